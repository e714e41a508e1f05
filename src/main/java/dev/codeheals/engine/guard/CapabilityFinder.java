package dev.codeheals.engine.guard;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.StandardModules;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Token;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds every place in a file that does more than compute.
final class CapabilityFinder {
    private static final Set<String> OPENERS = Set.of("open", "io.open", "codecs.open", "os.fdopen");
    private static final Set<String> BY_NAME = Set.of("getattr", "setattr", "delattr", "hasattr");
    private static final Set<String> HARMLESS_KEYWORDS = Set.of("timeout", "encoding", "errors", "text", "check", "capture_output",
            "universal_newlines", "newline", "exist_ok", "parents", "missing_ok", "daemon", "name");
    private static final Set<String> PYTHONS_OWN = Set.of("eval", "exec", "execfile", "compile", "__import__", "__builtins__", "__loader__",
            "__spec__", "globals", "vars", "locals", "breakpoint", "exit", "quit", "SystemExit");
    private static final Pattern TESTS = Pattern.compile("tests?|test_\\w+|conftest");
    private static final int LONG_BYTE_LIST = 8;
    /// How the keys of imports begin.
    static final String IMPORT = "import ";

    private final Parsed parsed;
    private final Bindings bindings;
    private final Workings workings;
    private final Circumstances circumstances;
    private final List<Use> uses = new ArrayList<>();
    private final Deque<Node> open = new ArrayDeque<>();
    private Node at;

    private CapabilityFinder(Parsed parsed, Bindings bindings) {
        this.parsed = parsed;
        this.bindings = bindings;
        this.workings = new Workings(parsed, bindings);
        this.circumstances = new Circumstances(parsed);
        this.at = parsed.module();
    }

    /// One such place.
    ///
    /// @param key  what is used how; equal keys do the same
    /// @param name the part of it a person recognises
    /// @param start where the code that uses it begins
    record Use(Capability capability, String key, String name, int start, int end) {}

    static List<Use> find(Parsed parsed, Bindings bindings) {
        CapabilityFinder finder = new CapabilityFinder(parsed, bindings);
        finder.open.push(parsed.module());
        while (!finder.open.isEmpty()) {
            finder.visit(finder.open.pop());
        }
        return finder.uses;
    }

    private void visit(Node node) {
        at = node;
        switch (node) {
            case Expr.Call c -> call(c);
            case Expr.Attribute a -> chain(a);
            case Expr.Name n -> name(n);
            case Expr.Subscript s -> subscript(s);
            case Expr.Constant c -> constant(c);
            case Expr.Broken b -> words(b);
            case Stmt.Broken b -> words(b);
            case Stmt.Import i -> {
                workings.of(i).ifPresent(w -> use(w.capability(), w.key(), w.name()));
                i.names().forEach(a -> imported(a.name(), a.bound(false)));
            }
            case Stmt.ImportFrom f -> importFrom(f);
            case Stmt.ExprStmt e when e.value() instanceof Expr.Constant c && !c.value().contains(">>> ") -> { }
            case Node n -> {
                Silencers.of(n).ifPresent(how -> use(Capability.SILENCE, how, how));
                workings.of(n).ifPresent(w -> use(w.capability(), w.key(), w.name()));
                typeParameters(n);
                open.addAll(n.children());
            }
        }
    }

    private void use(Capability capability, String key, String name) {
        boolean deed = CapabilityTable.dangerous(capability, name.substring(name.lastIndexOf('.') + 1)) && !key.startsWith(IMPORT)
                && !key.startsWith("word ");
        uses.add(new Use(capability, deed ? key + circumstances.of(at) : key, name, at.start(), at.end()));
    }

    private void imported(String module, String bound) {
        Optional<Capability> lends = CapabilityTable.ofImport(module);
        use(lends.orElse(Capability.DEPENDENCY), IMPORT + module + " as " + bound, module);
    }

    private void importFrom(Stmt.ImportFrom statement) {
        workings.of(statement).ifPresent(w -> use(w.capability(), w.key(), w.name()));
        if (statement.level() == 0) {
            statement.names().forEach(a -> fromImport(statement.module(), a));
        } else if (Stream.concat(Stream.of(statement.module().split("\\.", -1)), statement.names().stream().map(Node.Alias::name)).anyMatch(TESTS.asMatchPredicate())) {
            use(Capability.REFLECTION, IMPORT + "." + statement.module(), "tests");
        }
    }

    private void fromImport(String module, Node.Alias alias) {
        boolean everything = alias.name().equals("*");
        String full = everything ? module : module + "." + alias.name();
        Optional<Capability> lends = CapabilityTable.ofImport(full);
        if (everything && lends.isEmpty() && CapabilityTable.module(module)) {
            use(Capability.REFLECTION, IMPORT + "* from " + module, module);
        } else {
            use(lends.orElse(Capability.DEPENDENCY), IMPORT + full + " as " + alias.bound(true), full);
        }
    }

    private void call(Expr.Call call) {
        Optional<String> dotted = bindings.dotted(call.function());
        String function = dotted.orElse("");
        Silencers.of(call).ifPresent(how -> use(Capability.SILENCE, how, how));
        if (BY_NAME.contains(function)) {
            byName(call, function);
        } else if (OPENERS.contains(function)) {
            opens(call, function);
        } else if (workings.of(call).isPresent()) {
            Workings.Found found = workings.of(call).get();
            use(found.capability(), found.key() + arguments(call), found.name());
        } else if (function.equals("bytes") || function.equals("bytearray")) {
            byteList(call);
        } else {
            Optional<Capability> lends = call.function() instanceof Expr.Name n ? lent(n.id())
                    : dotted.flatMap(CapabilityTable::of).or(() -> dotted.flatMap(Workings::detour));
            lends.ifPresentOrElse(c -> use(c, key(c, function, call), function), () -> method(call));
            if (call.function() instanceof Expr.Attribute a) {
                reflective(a);
            }
        }
        if (!chainOfNames(call.function())) {
            open.push(call.function() instanceof Expr.Attribute a ? a.value() : call.function());
        }
        open.addAll(call.args());
        open.addAll(call.keywords());
    }

    private void method(Expr.Call call) {
        if (call.function() instanceof Expr.Attribute a) {
            CapabilityTable.ofMethod(a.attr()).ifPresent(c -> use(c, "." + a.attr() + arguments(call), a.attr()));
            if (a.attr().equals("open")) {
                use(Capability.FILES, "open", "open");
            }
        }
    }

    private static boolean chainOfNames(Expr expression) {
        Expr at = expression;
        while (at instanceof Expr.Attribute a) {
            at = a.value();
        }
        return at instanceof Expr.Name;
    }

    private String key(Capability capability, String dotted, Expr.Call call) {
        if (capability == Capability.ENVIRONMENT && !call.args().isEmpty()) {
            return "environment " + (call.args().getFirst() instanceof Expr.Constant c ? c.value() : "?");
        }
        return dotted + arguments(call);
    }

    private String arguments(Expr.Call call) {
        return call.args().stream().map(this::text).collect(Collectors.joining(", ", "(", "")) + call.keywords().stream()
                .filter(k -> k.name() == null || !HARMLESS_KEYWORDS.contains(k.name())).map(this::text).collect(Collectors.joining(", ", " ", ")"));
    }

    private String text(Node node) {
        return parsed.source().text().substring(node.start(), node.end()).replaceAll("\\s+", " ");
    }

    private void byName(Expr.Call call, String function) {
        if (call.args().size() < 2) {
            return;
        }
        if (!(call.args().get(1) instanceof Expr.Constant c)) {
            use(Capability.REFLECTION, function + arguments(call), function);
            return;
        }
        if (function.equals("setattr") && workings.changesClass(call)) {
            use(Capability.SYSTEM, function + arguments(call), function);
            return;
        }
        String base = bindings.dotted(call.args().getFirst()).orElse("");
        Optional<Capability> lends = CapabilityTable.of(base + "." + c.value()).or(() -> CapabilityTable.ofMethod(c.value()));
        if (lends.isPresent() || CapabilityTable.reflective(c.value()) || bindings.imported().containsKey(base)) {
            use(lends.orElse(Capability.REFLECTION), function + arguments(call), function + " of " + c.value());
        }
    }

    // A relative path made of names and plain text is what programs open all day; a computed one may be anything.
    private void opens(Expr.Call call, String function) {
        Expr path = call.args().isEmpty() ? call : call.args().getFirst();
        Expr mode = call.args().size() > 1 ? call.args().get(1) : call.keywords().stream().filter(k -> "mode".equals(k.name()))
                .map(Node.Keyword::value).findFirst().orElse(path);
        boolean reads = mode.equals(path) || (mode instanceof Expr.Constant c && c.value().chars().noneMatch(m -> "wax+".indexOf(m) >= 0));
        String how = reads ? "open" : "open for writing";
        use(Capability.FILES, plainPath(path) ? how : how + " " + text(path), function);
    }

    private boolean plainPath(Expr path) {
        return switch (path) {
            case Expr.Name _ -> true;
            case Expr.Attribute a -> plainPath(a.value());
            case Expr.Constant c -> !Literals.pathOutside(c.value());
            case Expr.JoinedStr j -> j.parts().stream().allMatch(this::plainPath);
            case Expr.Formatted f -> plainPath(f.value());
            case Expr.BinOp b when b.op().equals("/") -> plainPath(b.left()) && plainPath(b.right());
            case Expr.Subscript s -> plainPath(s.value());
            case Expr.Call c -> Set.of("os.path.join", "os.path.dirname", "os.path.abspath", "pathlib.Path", "str", "Path")
                    .contains(bindings.dotted(c.function()).orElse("")) && c.args().stream().allMatch(this::plainPath);
            default -> false;
        };
    }

    private void byteList(Expr.Call call) {
        if (!call.args().isEmpty() && call.args().getFirst() instanceof Expr.ListExpr list && list.elements().size() >= LONG_BYTE_LIST) {
            use(Capability.ENCODED, "bytes" + arguments(call), "bytes");
        }
    }

    private void subscript(Expr.Subscript s) {
        boolean environment = bindings.dotted(s.value()).filter(d -> d.equals("os.environ") || d.equals("os.environb")).isPresent();
        if (environment) {
            String variable = s.index() instanceof Expr.Constant c ? c.value() : "?";
            use(Capability.ENVIRONMENT, "environment " + variable, "os.environ");
            open.push(s.index());
        } else {
            open.addAll(s.children());
        }
    }

    private void chain(Expr.Attribute a) {
        reflective(a);
        Optional<String> dotted = bindings.dotted(a);
        Optional<Capability> lends = dotted.flatMap(CapabilityTable::of).or(() -> dotted.flatMap(Workings::detour));
        if (lends.isPresent()) {
            use(lends.get(), dotted.get(), dotted.get());
            return;
        }
        CapabilityTable.ofMethod(a.attr()).ifPresent(c -> use(c, "." + a.attr(), a.attr()));
        if (!chainOfNames(a)) {
            open.push(a.value());
        }
    }

    private void reflective(Expr.Attribute attribute) {
        for (Expr at = attribute; at instanceof Expr.Attribute a; at = a.value()) {
            if (CapabilityTable.reflective(a.attr())) {
                use(Capability.REFLECTION, "." + a.attr(), a.attr());
                return;
            }
        }
    }

    private void name(Expr.Name name) {
        String full = bindings.imported().getOrDefault(name.id(), name.id());
        lent(name.id()).ifPresent(c -> use(c, full, name.id()));
        boolean library = CapabilityTable.module(full) || (StandardModules.NAMES.contains(full) && !bindings.bound().contains(name.id()));
        if (library && bindings.imported().containsKey(name.id())) {
            use(Capability.REFLECTION, full + " as a value", full);
        }
        if (name.id().equals("open") && bindings.builtin("open")) {
            use(Capability.FILES, "open as a value", "open");
        }
        if (name.id().equals("chr") && bindings.builtin("chr")) {
            use(Capability.ENCODED, "chr as a value", "chr");
        }
    }

    // A bare name counts if it was imported from what is listed, or is Python's own.
    private Optional<Capability> lent(String name) {
        String full = bindings.imported().get(name);
        if (full != null) {
            return CapabilityTable.of(full);
        }
        return bindings.builtin(name) && PYTHONS_OWN.contains(name) ? CapabilityTable.of(name) : Optional.empty();
    }

    private void constant(Expr.Constant c) {
        if (c.kind() == Expr.ConstantKind.STRING || c.kind() == Expr.ConstantKind.BYTES) {
            Literals.lends(c.value(), text(c)).ifPresent(capability -> use(capability, "text " + c.value(), "a text"));
        }
    }

    // Bounds and defaults of type parameters are code that runs when they are asked for.
    private void typeParameters(Node node) {
        int from = switch (node) {
            case Stmt.FunctionDef f -> f.name().end();
            case Stmt.ClassDef c -> c.name().end();
            case Stmt.TypeAlias t -> t.name().end();
            default -> 0;
        };
        if (from == 0 || from >= node.end() || parsed.source().text().charAt(from) != '[') {
            return;
        }
        int depth = 0;
        for (Token token : parsed.tokens().within(from, node.end())) {
            depth += token.text().equals("[") ? 1 : token.text().equals("]") ? -1 : 0;
            if (depth == 0) {
                return;
            }
            if (token.kind() == Token.Kind.NAME && CapabilityTable.telling(token.text())) {
                use(Capability.CODE, "parameter " + token.text(), token.text());
            }
        }
    }

    // What cannot be parsed cannot run either; its words count, so that mending it does not look like adding them.
    private void words(Node broken) {
        for (Token token : parsed.tokens().within(broken.start(), broken.end())) {
            if (token.kind() == Token.Kind.NAME && CapabilityTable.telling(token.text())) {
                use(Capability.CODE, "word " + token.text(), token.text());
            }
        }
    }
}
