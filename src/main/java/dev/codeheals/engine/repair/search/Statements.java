package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Statements at another place: a level in or out, before or after a neighbour, gone, or one that is missing.
final class Statements implements EditOperator {
    private static final Set<String> PURE = Set.of("len", "sum", "max", "min", "sorted", "abs", "round", "str", "int", "float", "list", "dict", "set", "tuple", "any", "all",
            "bool", "repr", "reversed", "zip", "isinstance", "range", "enumerate", "frozenset", "divmod", "pow");
    private static final Set<String> PURE_METHODS = Set.of("join", "format", "upper", "lower", "title", "split", "count", "index", "items", "values", "keys", "union", "copy");

    /// Methods of texts and dates that leave their object as it is: a result that is thrown away was to take its place.
    private static final Set<String> GIVES_NEW = Set.of("replace", "strip", "lstrip", "rstrip", "lower", "upper", "title", "capitalize", "swapcase", "zfill", "ljust", "rjust",
            "removeprefix", "removesuffix", "casefold", "expandtabs", "translate");

    private static final Set<String> EMPTY = Set.of("[]", "{}", "0", "\"\"", "''", "set()", "list()", "dict()");

    @Override
    public String id() {
        return "statement";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        Stmt statement = site.statement();
        List<Stmt> block = site.blocks().around(statement);
        int at = block.indexOf(statement);
        outward(site, statement, block, at, edits);
        inward(site, statement, block, at, edits);
        beforeLoop(site, statement, at, edits);
        neighbours(site, block, at, edits);
        jumps(site, statement, edits);
        if (block.size() > 1 && simple(statement)) {
            edits.accept(new Edit(0.1, "Leave out " + shortened(site.text(statement)), List.of(wholeLines(site.source(), statement))));
        }
    }

    /// The last statement of a block moved one level out: the return that ends a loop too early.
    private static void outward(Site site, Stmt statement, List<Stmt> block, int at, Consumer<Edit> edits) {
        Optional<Node> parent = site.tree().parentOf(statement);
        boolean body = parent.filter(p -> p instanceof Stmt.For || p instanceof Stmt.While || p instanceof Stmt.If || p instanceof Stmt.With).isPresent();
        if (body && at == block.size() - 1 && block.size() > 1 && ownLines(site.source(), statement)) {
            String indent = site.blocks().indentOf((Stmt) parent.get());
            boolean result = statement instanceof Stmt.Return;
            edits.accept(reindented(site, statement, indent, result ? 0.45 : 0.25, "Move " + shortened(site.text(statement)) + " out of the block"));
        }
    }

    /// A statement moved into the block before it: the line that should be in the loop.
    private static void inward(Site site, Stmt statement, List<Stmt> block, int at, Consumer<Edit> edits) {
        if (at <= 0 || !ownLines(site.source(), statement)) {
            return;
        }
        Stmt before = block.get(at - 1);
        if (before instanceof Stmt.For || before instanceof Stmt.While || before instanceof Stmt.If || before instanceof Stmt.With) {
            edits.accept(reindented(site, statement, site.blocks().bodyIndent(before), 0.2, "Move " + shortened(site.text(statement)) + " into the block"));
        }
    }

    /// An initial value set again in each round of a loop.
    private static void beforeLoop(Site site, Stmt statement, int at, Consumer<Edit> edits) {
        Optional<Node> parent = site.tree().parentOf(statement);
        boolean loop = parent.filter(p -> p instanceof Stmt.For || p instanceof Stmt.While).isPresent();
        if (loop && statement instanceof Stmt.Assign assign && (at == 0 || EMPTY.contains(site.text(assign.value()))) && ownLines(site.source(), statement)) {
            Stmt outer = (Stmt) parent.get();
            SourceFile source = site.source();
            int start = source.lineStart(source.lineOf(outer.start()));
            String moved = site.blocks().indentOf(outer) + site.text(statement) + source.eol();
            edits.accept(new Edit(0.4, "Set " + shortened(site.text(statement)) + " before the loop",
                    List.of(Replacement.insert(start, moved), wholeLines(source, statement))));
        }
    }

    private static void neighbours(Site site, List<Stmt> block, int at, Consumer<Edit> edits) {
        if (at < 0 || at + 1 >= block.size()) {
            return;
        }
        Stmt one = block.get(at);
        Stmt two = block.get(at + 1);
        if (simple(one) && simple(two) && ownLines(site.source(), one) && ownLines(site.source(), two)) {
            edits.accept(Edit.replace(0.18, "Do " + shortened(site.text(two)) + " first", one.start(), two.end(),
                    site.text(two) + site.source().text().substring(one.end(), two.start()) + site.text(one)));
        }
    }

    private static void jumps(Site site, Stmt statement, Consumer<Edit> edits) {
        switch (statement) {
            case Stmt.Break b -> {
                edits.accept(Edit.replace(0.35, "Go on with the loop instead of ending it", b, "continue"));
                edits.accept(Edit.replace(0.1, "Do not end the loop", b, "pass"));
            }
            case Stmt.Continue c -> edits.accept(Edit.replace(0.3, "End the loop instead of going on", c, "break"));
            case Stmt.If s -> chain(site, s, edits);
            case Stmt.ExprStmt e when e.value() instanceof Expr.Call call && recurses(site, call) -> {
                boolean generator = site.function().stream().flatMap(f -> Tree.walk(f)).anyMatch(Expr.Yield.class::isInstance);
                edits.accept(Edit.insert(generator ? 0.85 : 0.6, generator ? "Hand out what the call yields" : "Return the value", e.start(),
                        generator ? "yield from " : "return "));
                kept(site, call, e.start(), 0.7, edits);
            }
            case Stmt.ExprStmt e when e.value() instanceof Expr.Yield y && y.value() != null && !(y.value() instanceof Expr.Constant) -> edits.accept(y.from()
                    ? Edit.replace(0.3, "Hand out the whole instead of its items", e.start(), y.value().start(), "yield ")
                    : Edit.insert(0.4, "Hand out the items of it one by one", y.value().start(), "from "));
            case Stmt.ExprStmt e when e.value() instanceof Expr.Call call && call.function() instanceof Expr.Attribute method && GIVES_NEW.contains(method.attr()) -> {
                edits.accept(Edit.insert(0.8, "Keep the result in " + site.text(method.value()), e.start(), site.text(method.value()) + " = "));
                edits.accept(Edit.insert(0.4, "Return the value", e.start(), "return "));
            }
            case Stmt.ExprStmt e when hasNoEffect(e.value()) -> edits.accept(Edit.insert(0.8, "Return the value", e.start(), "return "));
            case Stmt.ExprStmt e when e.value() instanceof Expr.Call call && call.function() instanceof Expr.Name -> {
                edits.accept(Edit.insert(resultWanted(site, e, call), "Return the value", e.start(), "return "));
                kept(site, call, e.start(), 0.3, edits);
            }
            case Stmt.ExprStmt e when e.value() instanceof Expr.Call call -> edits.accept(Edit.insert(resultWanted(site, e, call), "Return the value", e.start(), "return "));
            case Stmt _ -> {}
        }
    }

    /// How likely the result of a call that stands alone was to be returned: other functions may return that of the very same call.
    private static double resultWanted(Site site, Stmt.ExprStmt statement, Expr.Call call) {
        boolean last = site.blocks().around(statement).getLast().equals(statement);
        boolean likewise = last && site.tree().all(Stmt.Return.class).stream()
                .anyMatch(r -> r.value() instanceof Expr.Call other && site.text(other.function()).equals(site.text(call.function())));
        return likewise ? 0.6 : lastWhereOthersReturn(site, statement) ? 0.5 : 0.15;
    }

    /// The last line of a branch of a function whose other ways return something.
    private static boolean lastWhereOthersReturn(Site site, Stmt.ExprStmt statement) {
        return site.blocks().around(statement).getLast().equals(statement) && site.tree().parentOf(statement).filter(Stmt.If.class::isInstance).isPresent()
                && site.function().stream().flatMap(Tree::walk).anyMatch(n -> n instanceof Stmt.Return r && r.value() != null);
    }

    /// {@code node.left = insert(node.left, key)}: what is handed in takes what comes out.
    private static void kept(Site site, Expr.Call call, int at, double prior, Consumer<Edit> edits) {
        if (!call.args().isEmpty() && (call.args().getFirst() instanceof Expr.Attribute || call.args().getFirst() instanceof Expr.Subscript || call.args().getFirst() instanceof Expr.Name)) {
            String first = site.text(call.args().getFirst());
            edits.accept(Edit.insert(prior, "Keep the result in " + first, at, first + " = "));
        }
    }

    /// A statement that only calculates a value lost what was to be done with it.
    private static boolean hasNoEffect(Expr value) {
        return switch (value) {
            case Expr.BinOp _, Expr.Compare _, Expr.BoolOp _, Expr.UnaryOp _, Expr.Name _, Expr.Attribute _, Expr.Subscript _, Expr.JoinedStr _, Expr.IfExp _, Expr.ListExpr _,
                    Expr.TupleExpr _, Expr.DictExpr _, Expr.SetExpr _, Expr.Comp _ -> true;
            case Expr.Call c when c.function() instanceof Expr.Name name -> PURE.contains(name.id());
            case Expr.Call c when c.function() instanceof Expr.Attribute a -> PURE_METHODS.contains(a.attr());
            case Expr _ -> false;
        };
    }

    private static boolean recurses(Site site, Expr.Call call) {
        String name = switch (call.function()) {
            case Expr.Name n -> n.id();
            case Expr.Attribute a -> a.attr();
            case Expr _ -> "";
        };
        return site.function().filter(f -> f.name().id().equals(name)).isPresent();
    }

    private static void chain(Site site, Stmt.If statement, Consumer<Edit> edits) {
        String text = site.source().text();
        if (text.startsWith("elif", statement.start())) {
            edits.accept(Edit.replace(0.2, "Ask this in any case", statement.start(), statement.start() + "elif".length(), "if"));
        } else {
            List<Stmt> block = site.blocks().around(statement);
            int at = block.indexOf(statement);
            if (at > 0 && block.get(at - 1) instanceof Stmt.If before && before.orElse().isEmpty()) {
                edits.accept(Edit.replace(0.25, "Ask this only if the condition before did not hold", statement.start(), statement.start() + "if".length(),
                        "elif"));
            }
        }
    }

    private static Edit reindented(Site site, Stmt statement, String indent, double prior, String description) {
        SourceFile source = site.source();
        int first = source.lineOf(statement.start());
        int last = source.lineOf(Math.max(statement.start(), statement.end() - 1));
        String old = source.indentOf(first);
        List<Replacement> replacements = new ArrayList<>();
        for (int line = first; line <= last; line++) {
            int start = source.lineStart(line);
            if (source.indentOf(line).startsWith(old) && !source.line(line).isBlank()) {
                replacements.add(new Replacement(start, start + old.length(), indent));
            }
        }
        return new Edit(prior, description, replacements);
    }

    private static Replacement wholeLines(SourceFile source, Stmt statement) {
        int last = source.lineOf(Math.max(statement.start(), statement.end() - 1));
        int end = last == source.lineCount() ? source.text().length() : source.lineStart(last + 1);
        return Replacement.delete(source.lineStart(source.lineOf(statement.start())), end);
    }

    /// Whether nothing else stands on the statement's lines.
    private static boolean ownLines(SourceFile source, Stmt statement) {
        int line = source.lineOf(statement.start());
        boolean first = source.text().substring(source.lineStart(line), statement.start()).isBlank();
        String rest = source.text().substring(statement.end(), source.lineEnd(source.lineOf(Math.max(statement.start(), statement.end() - 1)))).strip();
        return first && (rest.isEmpty() || rest.startsWith("#"));
    }

    private static boolean simple(Stmt statement) {
        return switch (statement) {
            case Stmt.Assign _, Stmt.AugAssign _, Stmt.ExprStmt _, Stmt.AnnAssign _, Stmt.Break _, Stmt.Continue _, Stmt.Delete _ -> true;
            case Stmt _ -> false;
        };
    }

    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        return line.length() <= 40 ? line : line.substring(0, 39) + "…";
    }
}
