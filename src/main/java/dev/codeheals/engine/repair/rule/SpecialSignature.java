package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A special method that takes fewer or more arguments than Python hands it: {@code __exit__(self)}.
final class SpecialSignature implements RepairRule {
    private static final Pattern TAKES = Pattern.compile("(?:\\w+\\.)*(__\\w+__)\\(\\) (?:takes \\d+ positional arguments? but \\d+ w(?:as|ere) given|missing \\d+ required positional arguments?.*)");
    private static final Map<String, List<String>> TAKEN = Map.ofEntries(Map.entry("__exit__", List.of("exc_type", "exc_value", "traceback")),
            Map.entry("__aexit__", List.of("exc_type", "exc_value", "traceback")), Map.entry("__enter__", List.of()), Map.entry("__aenter__", List.of()),
            Map.entry("__iter__", List.of()), Map.entry("__next__", List.of()), Map.entry("__len__", List.of()), Map.entry("__str__", List.of()), Map.entry("__repr__", List.of()),
            Map.entry("__hash__", List.of()), Map.entry("__bool__", List.of()), Map.entry("__eq__", List.of("other")), Map.entry("__ne__", List.of("other")),
            Map.entry("__lt__", List.of("other")), Map.entry("__le__", List.of("other")), Map.entry("__gt__", List.of("other")), Map.entry("__ge__", List.of("other")),
            Map.entry("__add__", List.of("other")), Map.entry("__sub__", List.of("other")), Map.entry("__mul__", List.of("other")), Map.entry("__getitem__", List.of("key")),
            Map.entry("__contains__", List.of("item")), Map.entry("__delitem__", List.of("key")), Map.entry("__setitem__", List.of("key", "value")),
            Map.entry("__getattr__", List.of("name")));

    @Override
    public String id() {
        return "special-signature";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.ARGUMENT_MISSING", "TYP.ARG_COUNT");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Matcher> said = fault.says("TypeError", TAKES).filter(m -> TAKEN.containsKey(m.group(1)));
        return said.stream().flatMap(m -> fault.scene().ownModules().stream().flatMap(module -> module.classes().values().stream()
                .flatMap(c -> c.method(m.group(1)).stream()).flatMap(f -> patch(fault, module.path(), f).stream()))).limit(3).toList();
    }

    private Optional<CandidatePatch> patch(Fault fault, String file, Stmt.FunctionDef method) {
        List<Node.Parameter> has = method.args().parameters();
        List<String> taken = TAKEN.getOrDefault(method.name().id(), List.of());
        boolean plain = !has.isEmpty() && has.stream().allMatch(p -> p.kind() == Node.ParameterKind.POSITIONAL && p.defaultValue() == null);
        if (!plain || has.size() - 1 == taken.size()) {
            return Optional.empty();
        }
        Draft draft = draft(fault, "Let " + method.name().id() + " take what Python hands it").rated(Tier.A, 0.96)
                .because("Python calls `" + method.name().id() + "` with " + (taken.isEmpty() ? "nothing" : String.join(", ", taken)) + " beside the object.");
        if (has.size() - 1 < taken.size()) {
            String more = String.join(", ", taken.subList(has.size() - 1, taken.size()));
            return Optional.of(draft.edit(file, Replacement.insert(has.getLast().end(), ", " + more)).done());
        }
        return Optional.of(draft.edit(file, Replacement.delete(has.get(taken.size()).end(), has.getLast().end())).done());
    }
}
