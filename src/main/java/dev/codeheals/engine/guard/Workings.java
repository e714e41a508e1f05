package dev.codeheals.engine.guard;

import dev.codeheals.engine.source.Builtins;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.StandardModules;
import dev.codeheals.engine.source.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Ways to change what other code does, or to reach it by a detour: names of libraries given another meaning, classes made at run time,
/// hooks of test runners, modules reached through other modules, text that is decoded.
final class Workings {
    /// What test runners and Python look for by name.
    private static final Pattern HOOK = Pattern.compile("pytest_\\w+|load_tests|setUpModule|tearDownModule|collect_ignore(_glob)?|__test__|__path__");
    private static final Set<String> CLASS_MAKERS = Set.of("__getattr__", "__setattr__", "__delattr__", "__instancecheck__", "__subclasscheck__",
            "__prepare__", "__set_name__", "__del__", "__reduce__", "__reduce_ex__", "__init_subclass__", "__class_getitem__", "__getattribute__");
    private static final Set<String> COMPARING = Set.of("__eq__", "__ne__", "__bool__", "__contains__", "__lt__", "__le__", "__gt__", "__ge__");
    private static final Pattern CODEC = Pattern.compile("(?i)(rot[_-]?13|base[_-]?64|hex|uu|quopri|zlib|zip|bz2|unicode_escape|raw_unicode_escape)(_codec)?");
    private static final Set<String> PATHS = Set.of("pathlib.Path", "pathlib.PosixPath", "pathlib.PurePath", "Path");
    private static final Set<String> CHANGING = Set.of("rename", "replace", "chmod", "touch", "mkdir");

    private final Bindings bindings;

    Workings(Bindings bindings) {
        this.bindings = bindings;
    }

    /// @param key  what is done how
    /// @param name the part of it a person recognises
    record Found(Capability capability, String key, String name) {}

    /// What a statement or definition does beside its work; calls have their own question.
    Optional<Found> of(Node node) {
        return switch (node) {
            case Stmt.Assign a -> a.targets().stream().map(t -> assigned(t, a.value())).flatMap(Optional::stream).findFirst();
            case Stmt.AugAssign a -> assigned(a.target(), a.value());
            case Stmt.AnnAssign a when a.value() != null -> assigned(a.target(), a.value());
            case Stmt.Delete d -> d.targets().stream().filter(Expr.Attribute.class::isInstance).map(t -> assigned(t, t)).flatMap(Optional::stream)
                    .findFirst();
            case Stmt.FunctionDef f -> defined(f);
            case Stmt.ClassDef c when c.bases().stream().anyMatch(b -> b instanceof Expr.Name n && n.id().equals("type"))
                    || c.keywords().stream().anyMatch(k -> "metaclass".equals(k.name())) -> found(Capability.REFLECTION, "metaclass", c.name().id());
            case Stmt.Raise r when r.exception() != null -> raised(r.exception());
            case Node _ -> Optional.empty();
        };
    }

    private Optional<Found> assigned(Expr target, Expr value) {
        if (target instanceof Expr.Attribute a) {
            Expr root = a;
            while (root instanceof Expr.Attribute inner) {
                root = inner.value();
            }
            boolean library = root instanceof Expr.Name n && bindings.imported().containsKey(n.id());
            String what = root instanceof Expr.Name n ? n.id() : a.attr();
            return library || a.attr().equals("__class__") ? found(Capability.SYSTEM, "assign " + what, what + "." + a.attr()) : Optional.empty();
        }
        if (!(target instanceof Expr.Name name)) {
            return Optional.empty();
        }
        if (HOOK.matcher(name.id()).matches()) {
            return found(Capability.EXIT, "hook " + name.id(), name.id());
        }
        boolean pythons = Builtins.FUNCTIONS.contains(name.id()) || Builtins.TYPES.contains(name.id());
        boolean callable = value instanceof Expr.Lambda || (value instanceof Expr.Name v && (Builtins.FUNCTIONS.contains(v.id())
                || Builtins.TYPES.contains(v.id())));
        return pythons && callable ? found(Capability.SYSTEM, "rebind " + name.id(), name.id()) : Optional.empty();
    }

    private static Optional<Found> defined(Stmt.FunctionDef function) {
        String name = function.name().id();
        if (HOOK.matcher(name).matches()) {
            return found(Capability.EXIT, "hook " + name, name);
        }
        boolean alwaysTheSame = COMPARING.contains(name) && function.body().getLast() instanceof Stmt.Return r && r.value() instanceof Expr.Constant;
        return CLASS_MAKERS.contains(name) || CapabilityTable.reflective(name) || alwaysTheSame ? found(Capability.REFLECTION, "def " + name, name)
                : Optional.empty();
    }

    private Optional<Found> raised(Expr exception) {
        Expr type = exception instanceof Expr.Call c ? c.function() : exception;
        boolean ends = type instanceof Expr.Name n && bindings.builtin(n.id()) && (n.id().equals("KeyboardInterrupt") || n.id().equals("GeneratorExit"));
        return ends ? found(Capability.EXIT, "raise", "raise") : Optional.empty();
    }

    /// What a call does that no list of names tells.
    Optional<Found> of(Expr.Call call) {
        String function = bindings.dotted(call.function()).orElse("");
        if (function.equals("type") && call.args().size() == 3) {
            return found(Capability.REFLECTION, "type", "type");
        }
        if ((PATHS.contains(function) || function.equals("os.listdir")) && outside(call.args())) {
            return found(Capability.FILES, function, function);
        }
        if (!(call.function() instanceof Expr.Attribute method)) {
            return Optional.empty();
        }
        boolean codec = (method.attr().equals("decode") || method.attr().equals("encode")) && call.args().stream().findFirst()
                .filter(a -> a instanceof Expr.Constant c && CODEC.matcher(c.value()).matches()).isPresent();
        if (codec) {
            return found(Capability.ENCODED, "." + method.attr(), method.attr());
        }
        boolean onPath = method.value() instanceof Expr.Call receiver && PATHS.contains(bindings.dotted(receiver.function()).orElse(""));
        return onPath && CHANGING.contains(method.attr()) ? found(Capability.FILES, "Path." + method.attr(), method.attr()) : Optional.empty();
    }

    private static boolean outside(List<Expr> arguments) {
        return arguments.stream().findFirst().filter(a -> a instanceof Expr.Constant c && (c.value().equals("/") || Literals.pathOutside(c.value())))
                .isPresent();
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
            if (CapabilityTable.module(parts[i]) && !CapabilityTable.submodule(parts[i - 1], parts[i])) {
                return CapabilityTable.of(tail).or(() -> Optional.of(Capability.REFLECTION));
            }
        }
        return Optional.empty();
    }

    private static Optional<Found> found(Capability capability, String key, String name) {
        return Optional.of(new Found(capability, key, name));
    }
}
