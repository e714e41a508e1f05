package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Builtins;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A `try` whose handlers name other exceptions than the one that comes, and a `raise` of another exception than the test asks for.
final class WrongExceptionType implements RepairRule {
    private static final Set<String> ANY = Set.of("Exception", "BaseException");
    private static final Set<String> NEVER = Set.of("AssertionError", "KeyboardInterrupt", "SystemExit", "NameError", "UnboundLocalError", "SyntaxError", "RecursionError",
            "MemoryError", "NotImplementedError");
    private static final Set<String> ASKING = Set.of("assertRaises", "assertRaisesRegex", "raises");

    @Override
    public String id() {
        return "wrong-exception-type";
    }

    @Override
    public Set<String> answers() {
        return Set.of("IO.FILE_NOT_FOUND", "KEY.KEY_ERROR", "IDX.INDEX_ERROR", "VAL.VALUE_ERROR", "VAL.INT_LITERAL", "VAL.FLOAT_LITERAL", "TYP.TYPE_ERROR",
                "TYP.NOT_SUBSCRIPTABLE", "TYP.ATTRIBUTE", "SER.JSON_PARSE", "STA.STOP_ITERATION");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        // What came before the reported exception was caught.
        if (fault.inTests() || !fault.exception().equals(fault.failure().reported()) || NEVER.contains(fault.exceptionType())) {
            return List.of();
        }
        return Stream.concat(raised(fault).stream(), caught(fault).stream()).toList();
    }

    /// The exception passed through this very line, so none of the handlers around it takes it.
    private List<CandidatePatch> caught(Fault fault) {
        List<CandidatePatch> patches = new ArrayList<>();
        Optional<String> name = name(fault);
        // A module without its attribute is a mistake of the program: nobody catches that.
        if (name.isEmpty() || fault.message().startsWith("module '") || fault.message().startsWith("partially initialized")) {
            return patches;
        }
        for (Node node : fault.surroundings().reversed()) {
            if (node instanceof Stmt.FunctionDef) {
                break;
            }
            if (node instanceof Stmt.Try attempt && holds(fault, attempt.body()) && attempt.handlers().stream().allMatch(h -> isNarrow(fault, h))) {
                attempt.handlers().forEach(h -> widened(fault, attempt, h, name.get(), patches));
            }
        }
        return patches;
    }

    private static boolean holds(Fault fault, List<Stmt> body) {
        int first = fault.source().lineOf(body.getFirst().start());
        return fault.line() >= first && fault.line() <= fault.source().lineOf(Math.max(body.getLast().start(), body.getLast().end() - 1));
    }

    /// A handler for everything took the exception and raised it again: that was meant.
    private static boolean isNarrow(Fault fault, Node.Handler handler) {
        return handler.type() != null && !ANY.contains(fault.text(handler.type()));
    }

    private void widened(Fault fault, Stmt.Try attempt, Node.Handler handler, String name, List<CandidatePatch> patches) {
        Expr type = handler.type();
        String reason = "`" + name + "` comes here, and the handler does not take it.";
        if (type instanceof Expr.TupleExpr tuple && !tuple.elements().isEmpty()) {
            patches.add(draft(fault, "Catch " + name + " too").rated(Tier.B, 0.75).because(reason).insert(tuple.elements().getLast().end(), ", " + name).done());
        } else if (type != null) {
            boolean possible = mayRaise(fault, attempt.body(), fault.text(type));
            String both = "(" + fault.text(type) + ", " + name + ")";
            patches.add(draft(fault, "Catch " + name + " instead of " + fault.text(type)).rated(Tier.B, possible ? 0.55 : 0.85).because(reason).replace(type, name).done());
            patches.add(draft(fault, "Catch " + name + " too").rated(Tier.B, possible ? 0.75 : 0.6).because(reason).replace(type, both).done());
        }
    }

    /// Whether something in the block is known to raise the exception that is caught now.
    private static boolean mayRaise(Fault fault, List<Stmt> body, String type) {
        return body.stream().flatMap(Tree::walk).anyMatch(node -> switch (node) {
            case Expr.Subscript s -> s.index() instanceof Expr.Slice ? false : Set.of("KeyError", "IndexError", "LookupError", "TypeError").contains(type);
            case Expr.Attribute _ -> type.equals("AttributeError");
            case Expr.BinOp op -> (op.op().equals("/") || op.op().equals("//") || op.op().equals("%")) && (type.equals("ZeroDivisionError") || type.equals("ArithmeticError"));
            case Expr.Call c -> switch (CallSite.last(c.function())) {
                case "int", "float", "Decimal", "index", "remove", "strptime", "fromisoformat", "loads", "load" -> type.contains("ValueError") || type.contains("Decode");
                case "open", "read_text", "unlink", "rename", "listdir", "mkdir" -> type.endsWith("OSError") || type.equals("IOError") || type.startsWith("File") || type.startsWith("Permission");
                case "next" -> type.equals("StopIteration");
                case "pop" -> type.equals("KeyError") || type.equals("IndexError");
                case "len", "str", "append", "get", "items", "join", "print", "isinstance" -> false;
                default -> fault.scopes().module().binds(CallSite.last(c.function())) && !Builtins.contains(type);
            };
            case Stmt.Import _, Stmt.ImportFrom _ -> type.equals("ImportError") || type.equals("ModuleNotFoundError");
            case Node _ -> false;
        });
    }

    /// How this file can name the exception.
    private static Optional<String> name(Fault fault) {
        String full = fault.exception().exceptionType();
        String simple = fault.exceptionType();
        if (Builtins.EXCEPTIONS.contains(simple) || fault.scopes().module().binds(simple)) {
            return Optional.of(simple);
        }
        int dot = full.indexOf('.');
        return dot < 0 ? Optional.empty() : ModuleReference.imported(fault, full.substring(0, dot)).map(module -> module + "." + simple);
    }

    /// {@code raise KeyError(...)} under a test's {@code assertRaises(ValueError)}.
    private List<CandidatePatch> raised(Fault fault) {
        Expr thrown = fault.raisedHere() && fault.statement().orElse(null) instanceof Stmt.Raise r ? r.exception() : null;
        if (thrown == null) {
            return List.of();
        }
        Expr type = thrown instanceof Expr.Call c ? c.function() : thrown;
        Optional<String> wanted = wanted(fault).filter(w -> !w.equals(fault.text(type)) && (Builtins.EXCEPTIONS.contains(w) || fault.scopes().module().binds(w)));
        return wanted.map(w -> draft(fault, "Raise " + w).rated(Tier.B, 0.9).because("The test asks for `" + w + "` where this raises another exception.")
                .replace(type, w).done()).stream().toList();
    }

    /// The exception the test that called this waits for.
    private static Optional<String> wanted(Fault fault) {
        return fault.exception().frames().reversed().stream().flatMap(frame -> ProjectFiles.relative(frame.file(), fault.project()).stream()
                .filter(ProjectFiles::isTest).flatMap(path -> fault.modules().byPath(path).stream())
                .flatMap(module -> Tree.of(module.parsed()).statementsAtLine(frame.line()).stream().flatMap(s -> Tree.of(module.parsed()).pathTo(s.start()).reversed().stream()))
                .flatMap(WrongExceptionType::asked))
                .map(CallSite::last).filter(w -> !w.isEmpty()).findFirst();
    }

    /// {@code with assertRaises(E):} around the line, or {@code assertRaises(E, function, …)} on it.
    private static Stream<Expr> asked(Node node) {
        Stream<Expr> calls = switch (node) {
            case Stmt.With with -> with.items().stream().map(Node.WithItem::context);
            case Stmt.ExprStmt e -> Stream.of(e.value());
            case Node _ -> Stream.empty();
        };
        return calls.flatMap(e -> e instanceof Expr.Call c && ASKING.contains(CallSite.last(c.function())) && !c.args().isEmpty() ? Stream.of(c.args().getFirst()) : Stream.empty());
    }
}
