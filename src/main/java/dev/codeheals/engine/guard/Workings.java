package dev.codeheals.engine.guard;

import dev.codeheals.engine.source.Builtins;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.StandardModules;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Ways to change what other code does, or to reach it by a detour: names of libraries given another meaning, classes made at run time,
/// hooks of test runners, modules reached through other modules, text that is decoded.
final class Workings {
    /// What test runners and Python look for by name.
    private static final Pattern HOOK = Pattern.compile("pytest_\\w+|load_tests|(setUp|tearDown)Module|(setup|teardown)_module|collect_ignore(_glob)?"
            + "|__(test|path|name|file|package|debug|dict|class|dir|getattr)__");
    private static final Set<String> CLASS_MAKERS = Set.of("__getattr__", "__setattr__", "__delattr__", "__instancecheck__", "__subclasscheck__",
            "__prepare__", "__set_name__", "__del__", "__reduce__", "__reduce_ex__", "__init_subclass__", "__class_getitem__", "__getattribute__");
    private static final Pattern CODEC = Pattern.compile("(?i)(rot[_-]?13|base[_-]?64|hex|uu|quopri|zlib|zip|bz2|(raw[_-])?unicode[_-]escape|utf[_-]?7|punycode)([_-]codec)?");
    private static final Set<String> DECODERS = Set.of("str", "bytes", "bytearray");
    private static final Set<String> SQL_METHODS = Set.of("execute", "executemany", "executescript");
    private static final Set<String> CHANGING = Set.of("rename", "replace", "chmod", "lchmod", "touch", "mkdir", "link_to", "copy", "copy_into", "move", "move_into");

    private final Parsed parsed;
    private final Bindings bindings;
    private final PathNames paths;

    Workings(Parsed parsed, Bindings bindings) {
        this.parsed = parsed;
        this.bindings = bindings;
        this.paths = new PathNames(parsed, bindings);
    }

    /// @param key  what is done how
    /// @param name the part of it a person recognises
    record Found(Capability capability, String key, String name) {}

    /// What a statement or definition does beside its work; calls have their own question.
    Optional<Found> of(Node node) {
        return switch (node) {
            case Stmt.Assign a -> a.targets().stream().map(t -> assigned(t, a.value())).flatMap(Optional::stream).findFirst();
            case Expr.NamedExpr n -> assigned(n.target(), n.value());
            case Stmt.For f -> assigned(f.target(), f.iter());
            case Node.Comprehension c -> assigned(c.target(), c.iter());
            case Node.WithItem w when w.target() != null -> assigned(w.target(), w.context());
            case Stmt.Import i -> renamed(i.names(), false);
            case Stmt.AugAssign a -> assigned(a.target(), a.value());
            case Stmt.AnnAssign a when a.value() != null -> assigned(a.target(), a.value());
            case Stmt.Delete d -> d.targets().stream().filter(Expr.Attribute.class::isInstance).map(t -> assigned(t, t)).flatMap(Optional::stream)
                    .findFirst();
            case Stmt.FunctionDef f -> defined(f);
            case Stmt.ClassDef c when c.bases().stream().anyMatch(b -> b instanceof Expr.Name n && n.id().equals("type"))
                    || c.keywords().stream().anyMatch(k -> "metaclass".equals(k.name())) -> found(Capability.REFLECTION, "metaclass", c.name().id());
            case Stmt.ClassDef c -> rebound(c, c.name().id());
            case Stmt.ImportFrom f -> renamed(f.names(), true);
            case Stmt.Raise r when r.exception() != null -> raised(r.exception());
            case Node _ -> Optional.empty();
        };
    }

    private static Optional<Found> renamed(List<Node.Alias> names, boolean from) {
        return names.stream().filter(a -> pythons(a.bound(from)) || (a.asName() != null && StandardModules.NAMES.contains(a.asName())
                        && !a.name().endsWith(a.asName())))
                .map(a -> a.bound(from)).findFirst().flatMap(name -> found(Capability.SYSTEM, "rebind " + name, name));
    }

    private Optional<Found> severalAssigned(List<Expr> targets, Expr value) {
        List<Expr> values = value instanceof Expr.TupleExpr t ? t.elements() : value instanceof Expr.ListExpr l ? l.elements() : List.of();
        return IntStream.range(0, targets.size()).mapToObj(i -> assigned(targets.get(i), values.size() == targets.size() ? values.get(i) : value))
                .flatMap(Optional::stream).findFirst();
    }

    private Optional<Found> assigned(Expr target, Expr value) {
        if (target instanceof Expr.Starred s) {
            return assigned(s.value(), value);
        }
        if (target instanceof Expr.TupleExpr || target instanceof Expr.ListExpr) {
            return severalAssigned(target.children().stream().filter(Expr.class::isInstance).map(Expr.class::cast).toList(), value);
        }
        if (target instanceof Expr.Attribute a) {
            Expr root = a;
            while (root instanceof Expr.Attribute inner) {
                root = inner.value();
            }
            boolean library = root instanceof Expr.Name n && (bindings.imported().containsKey(n.id()) || (isClass(n.id()) && callable(value)));
            String what = root instanceof Expr.Name n ? n.id() : a.attr();
            boolean classes = (root instanceof Expr.Call c && c.function() instanceof Expr.Name n && n.id().equals("type"))
                    || Tree.walk(a).anyMatch(n -> n instanceof Expr.Attribute inner && inner.attr().equals("__class__"));
            boolean otherMethod = value instanceof Expr.Lambda && a.value() instanceof Expr.Name n && !n.id().equals("self") && !n.id().equals("cls");
            return library || classes || SameAnswer.compares(a.attr()) || otherMethod ? found(Capability.SYSTEM, "assign " + what, what + "." + a.attr()) : Optional.empty();
        }
        if (!(target instanceof Expr.Name name)) {
            return Optional.empty();
        }
        if (HOOK.matcher(name.id()).matches()) {
            return found(Capability.EXIT, "hook " + name.id(), name.id());
        }
        if (SameAnswer.compares(name.id())) {
            return found(Capability.REFLECTION, "def " + name.id(), name.id());
        }
        boolean callable = value instanceof Expr.Lambda || (value instanceof Expr.Name v && pythons(v.id()));
        return (pythons(name.id()) && callable) || Builtins.EXCEPTIONS.contains(name.id()) ? found(Capability.SYSTEM, "rebind " + name.id(), name.id()) : Optional.empty();
    }

    private Optional<Found> defined(Stmt.FunctionDef function) {
        String name = function.name().id();
        if (HOOK.matcher(name).matches()) {
            return found(Capability.EXIT, "hook " + name, name);
        }
        return CLASS_MAKERS.contains(name) || CapabilityTable.reflective(name) || SameAnswer.isGivenBy(function)
                ? found(Capability.REFLECTION, "def " + name, name) : rebound(function, name);
    }

    /// Whether a call of {@code setattr} gives a class of the file another method.
    boolean changesClass(Expr.Call call) {
        return call.args().size() == 3 && call.args().getFirst() instanceof Expr.Name n && isClass(n.id()) && callable(call.args().get(2));
    }

    private boolean isClass(String name) {
        return parsed.module().body().stream().anyMatch(s -> s instanceof Stmt.ClassDef c && c.name().id().equals(name));
    }

    private boolean callable(Expr value) {
        return value instanceof Expr.Lambda || (value instanceof Expr.Name n && (pythons(n.id()) || bindings.imported().containsKey(n.id())
                || parsed.module().body().stream().anyMatch(s -> s instanceof Stmt.FunctionDef f && f.name().id().equals(n.id()))));
    }

    // What stands in no class or function gives the name another meaning for the whole file.
    private Optional<Found> rebound(Stmt definition, String name) {
        return (pythons(name) || Builtins.EXCEPTIONS.contains(name)) && parsed.module().body().contains(definition) ? found(Capability.SYSTEM, "rebind " + name, name) : Optional.empty();
    }

    private static boolean pythons(String name) {
        return Builtins.FUNCTIONS.contains(name) || Builtins.TYPES.contains(name);
    }

    private Optional<Found> raised(Expr exception) {
        Expr type = exception instanceof Expr.Call c ? c.function() : exception;
        boolean ends = type instanceof Expr.Name n && bindings.builtin(n.id()) && (n.id().equals("KeyboardInterrupt") || n.id().equals("GeneratorExit"));
        return ends ? found(Capability.EXIT, "raise", "raise") : Optional.empty();
    }

    /// What a call does that no list of names tells.
    Optional<Found> of(Expr.Call call) {
        String function = bindings.dotted(call.function()).orElse("");
        if (function.equals("logging.basicConfig")) {
            boolean file = call.keywords().stream().anyMatch(k -> k.name() == null || Set.of("filename", "handlers", "stream").contains(k.name()));
            return file ? found(Capability.FILES, function, function) : Optional.empty();
        }
        if (function.equals("type") && call.args().size() == 3) {
            return found(Capability.REFLECTION, "type", "type");
        }
        if ((paths.isType(call.function()) || function.equals("os.listdir")) && outside(call.args())) {
            return found(Capability.FILES, function, function);
        }
        if (DECODERS.contains(function) && call.args().size() > 1 && codec(call.args().get(1))) {
            return found(Capability.ENCODED, function, function);
        }
        if (!(call.function() instanceof Expr.Attribute method)) {
            return Optional.empty();
        }
        boolean codec = (method.attr().equals("decode") || method.attr().equals("encode")) && call.args().stream().findFirst()
                .filter(Workings::codec).isPresent();
        if (codec) {
            return found(Capability.ENCODED, "." + method.attr(), method.attr());
        }
        if (SQL_METHODS.contains(method.attr()) && !call.args().isEmpty() && puzzledTogether(call.args().getFirst())) {
            return found(Capability.CODE, "." + method.attr(), method.attr());
        }
        return CHANGING.contains(method.attr()) && paths.isPath(method.value()) ? found(Capability.FILES, "Path." + method.attr(), method.attr())
                : Optional.empty();
    }

    private static boolean codec(Expr name) {
        return name instanceof Expr.Constant c && CODEC.matcher(c.value()).matches();
    }

    private static boolean puzzledTogether(Expr text) {
        return text instanceof Expr.BinOp || (text instanceof Expr.JoinedStr j && j.parts().stream().anyMatch(Expr.Formatted.class::isInstance))
                || (text instanceof Expr.Call c && c.function() instanceof Expr.Attribute a && a.attr().equals("format"));
    }

    private boolean outside(List<Expr> arguments) {
        return arguments.stream().findFirst().filter(a -> a instanceof Expr.Constant c ? c.value().equals("/") || Literals.pathOutside(c.value())
                : bindings.dotted(a).filter(d -> d.equals("os.sep") || d.equals("os.path.sep")).isPresent()).isPresent();
    }

    /// What is reached through another library's imports: {@code json.codecs.os.system} is {@code os.system}.
    static Optional<Capability> detour(String dotted) {
        String[] parts = dotted.split("\\.", -1);
        if (!StandardModules.contains(parts[0])) {
            return Optional.empty();
        }
        if (parts.length > 1 && parts[1].equals("__dict__")) {
            return Optional.of(Capability.REFLECTION);
        }
        for (int i = parts.length - 1; i > 0; i--) {
            String tail = String.join(".", List.of(parts).subList(i, parts.length));
            if (parts[i].startsWith("_") && !parts[i].startsWith("__")) {
                return Optional.of(Capability.REFLECTION);
            }
            if (CapabilityTable.module(parts[i]) && !CapabilityTable.submodule(parts[i - 1], parts[i])) {
                return CapabilityTable.of(tail).or(() -> Optional.of(Capability.REFLECTION));
            }
            if (StandardModules.NAMES.contains(parts[i]) && CapabilityTable.of(tail).isPresent()) {
                return CapabilityTable.of(tail);
            }
        }
        return Optional.empty();
    }

    private static Optional<Found> found(Capability capability, String key, String name) {
        return Optional.of(new Found(capability, key, name));
    }
}
