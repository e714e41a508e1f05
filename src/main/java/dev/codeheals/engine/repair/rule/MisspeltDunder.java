package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.Names;
import dev.codeheals.engine.source.Stmt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A special method whose name is misspelt, so that Python never calls it: {@code __int__} or {@code _init_} for {@code __init__}.
final class MisspeltDunder implements RepairRule {
    private static final Set<String> DUNDERS = Set.of("__init__", "__new__", "__str__", "__repr__", "__len__", "__iter__", "__next__", "__getitem__", "__setitem__",
            "__delitem__", "__contains__", "__call__", "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__hash__", "__bool__", "__add__", "__radd__",
            "__iadd__", "__sub__", "__rsub__", "__mul__", "__rmul__", "__truediv__", "__floordiv__", "__mod__", "__pow__", "__neg__", "__abs__", "__int__", "__float__",
            "__index__", "__enter__", "__exit__", "__aenter__", "__aexit__", "__aiter__", "__anext__", "__await__", "__getattr__", "__setattr__", "__post_init__",
            "__format__", "__reversed__", "__and__", "__or__", "__xor__", "__invert__", "__matmul__", "__copy__", "__deepcopy__", "__del__", "__round__",
            "__init_subclass__", "__class_getitem__", "__set_name__", "__get__", "__set__", "__missing__", "__bytes__", "__complex__", "__divmod__", "__concat__");
    private static final Pattern QUOTED = Pattern.compile("'(?:[\\w.]*\\.)?(\\w+)'|^(\\w+)\\(\\) takes no arguments|\"(\\w+)\"");

    @Override
    public String id() {
        return "misspelt-dunder";
    }

    @Override
    public Set<String> answers() {
        return Set.of("OOP.CONSTRUCTOR_ARGUMENTS", "TYP.ARG_COUNT", "TYP.ARGUMENT_MISSING", "TYP.ATTRIBUTE", "TYP.CONTEXT_MANAGER", "TYP.NOT_ITERABLE", "TYP.NO_LENGTH", "TYP.UNSUPPORTED_OPERAND");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (!fault.exceptionType().equals("TypeError") && !fault.exceptionType().equals("AttributeError") && !fault.exceptionType().equals("AssertionError")) {
            return List.of();
        }
        List<CandidatePatch> patches = new ArrayList<>();
        for (ModuleIndex.FoundClass found : classes(fault)) {
            if (!ProjectFiles.isTest(found.module().path())) {
                found.shape().members().stream().filter(m -> m.node() instanceof Stmt.FunctionDef && !DUNDERS.contains(m.name()))
                        .forEach(m -> meant(fault, m.name()).filter(d -> found.shape().method(d).isEmpty()).ifPresent(d -> patches.add(patch(fault, found,
                                (Stmt.FunctionDef) m.node(), d))));
                wrongDunder(fault, found).ifPresent(patches::add);
            }
        }
        patches.sort(Comparator.comparingDouble(CandidatePatch::prior).reversed());
        return patches;
    }

    /// The project classes the message names, and those whose objects the failing statement makes.
    private static List<ModuleIndex.FoundClass> classes(Fault fault) {
        Set<ModuleIndex.FoundClass> found = new LinkedHashSet<>();
        QUOTED.matcher(fault.exception().summary()).results().forEach(r -> {
            String name = r.group(1) != null ? r.group(1) : r.group(2) != null ? r.group(2) : r.group(3);
            if (Character.isUpperCase(name.charAt(0))) {
                fault.modules().classes(name).forEach(c -> found.addAll(fault.modules().lineage(c)));
            }
        });
        if (fault.exceptionType().equals("AssertionError") || fault.message().startsWith("__") || fault.message().contains("__init__() ")) {
            fault.expressions(Expr.class).forEach(e -> fault.valueOf(e)
                    .ifPresent(v -> fault.modules().classes(v.type().substring(v.type().lastIndexOf('.') + 1)).forEach(found::add)));
            fault.expressions(Expr.Call.class).forEach(c -> ImportedModule.chain(c.function())
                    .flatMap(named -> fault.modules().classIn(fault.module(), named)).ifPresent(found::add));
        }
        return List.copyOf(found);
    }

    /// A name that looks like a special one: underscores at an end, or the very letters of {@code init}.
    private static Optional<String> meant(Fault fault, String name) {
        String letters = name.replaceAll("^_+|_+$", "");
        boolean shaped = name.startsWith("_") && (name.endsWith("_") || name.startsWith("__"));
        Set<String> bare = new LinkedHashSet<>();
        DUNDERS.forEach(d -> bare.add(d.substring(2, d.length() - 2)));
        if (bare.contains(letters) && (shaped || letters.equals("init") || fits(fault, "__" + letters + "__"))) {
            return Optional.of("__" + letters + "__");
        }
        List<Names.Match> near = shaped ? Names.rank(letters, bare) : List.of();
        return near.isEmpty() || near.getFirst().score() < 0.65 ? Optional.empty() : Optional.of("__" + near.getFirst().name() + "__");
    }

    /// {@code __int__} and its like are special themselves; with arguments they can only be {@code __init__}.
    private Optional<CandidatePatch> wrongDunder(Fault fault, ModuleIndex.FoundClass found) {
        boolean lacksInit = found.shape().method("__init__").isEmpty();
        return found.shape().method("__int__").filter(f -> lacksInit && f.args().parameters().size() > 1).map(f -> patch(fault, found, f, "__init__"));
    }

    private static boolean fits(Fault fault, String dunder) {
        String message = fault.exception().summary();
        return switch (dunder) {
            case "__len__" -> message.contains("len()");
            case "__iter__", "__next__" -> message.contains("iterable") || message.contains("iterator");
            case "__getitem__" -> message.contains("subscriptable");
            case "__call__" -> message.contains("not callable");
            case "__enter__", "__exit__" -> message.contains("__enter__") || message.contains("context manager") || message.contains("__exit__");
            case "__add__", "__sub__", "__mul__" -> message.contains("unsupported operand");
            case "__lt__", "__gt__" -> message.contains("not supported between");
            default -> false;
        };
    }

    private CandidatePatch patch(Fault fault, ModuleIndex.FoundClass found, Stmt.FunctionDef method, String meant) {
        String written = method.name().id();
        return draft(fault, "Rename " + written + " to " + meant).rated(Tier.A, fits(fault, meant) || meant.equals("__init__") ? 0.95 : 0.75)
                .because("Python calls `" + meant + "` by itself, but never `" + written + "`.")
                .edit(found.module().path(), new Replacement(method.name().start(), method.name().end(), meant)).done();
    }
}
