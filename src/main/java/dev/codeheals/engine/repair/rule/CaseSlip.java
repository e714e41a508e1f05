package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Builtins;
import dev.codeheals.engine.source.Scopes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A constant or builtin as another language or another case has it: {@code true}, {@code null}, {@code Print}, {@code len} as {@code LEN}.
final class CaseSlip implements RepairRule {
    private static final Map<String, String> FOREIGN = Map.ofEntries(Map.entry("null", "None"), Map.entry("nil", "None"), Map.entry("undefined", "None"),
            Map.entry("NULL", "None"), Map.entry("nan", "float('nan')"), Map.entry("NaN", "float('nan')"), Map.entry("Infinity", "float('inf')"),
            Map.entry("string", "str"), Map.entry("String", "str"), Map.entry("integer", "int"), Map.entry("Integer", "int"), Map.entry("boolean", "bool"),
            Map.entry("Boolean", "bool"), Map.entry("double", "float"), Map.entry("char", "str"), Map.entry("array", "list"), Map.entry("Array", "list"),
            Map.entry("size", "len"), Map.entry("length", "len"), Map.entry("echo", "print"), Map.entry("printf", "print"), Map.entry("println", "print"),
            Map.entry("puts", "print"), Map.entry("typeof", "type"), Map.entry("parseInt", "int"), Map.entry("parseFloat", "float"),
            Map.entry("toString", "str"), Map.entry("charAt", "chr"), Map.entry("TypeException", "TypeError"), Map.entry("ValueException", "ValueError"),
            Map.entry("KeyException", "KeyError"), Map.entry("Error", "Exception"), Map.entry("this", "self"));

    @Override
    public String id() {
        return "case-slip";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.NAME_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<UndefinedName> found = UndefinedName.boundNowhere(fault);
        return found.flatMap(name -> meant(fault, name).map(m -> patch(fault, name, m))).stream().toList();
    }

    private static Optional<String> meant(Fault fault, UndefinedName name) {
        String lower = name.name().toLowerCase(Locale.ROOT);
        for (String constant : List.of("True", "False", "None")) {
            if (constant.toLowerCase(Locale.ROOT).equals(lower)) {
                return Optional.of(constant);
            }
        }
        Optional<String> sameLetters = Builtins.NAMES.stream().filter(b -> !b.startsWith("_") && b.toLowerCase(Locale.ROOT).equals(lower)).findFirst();
        boolean callable = name.isCalled(fault) || sameLetters.filter(Builtins.EXCEPTIONS::contains).isPresent()
                || sameLetters.filter(Builtins.TYPES::contains).isPresent();
        return sameLetters.filter(_ -> callable).or(() -> foreign(fault, name));
    }

    private static Optional<String> foreign(Fault fault, UndefinedName name) {
        Optional<String> meant = Optional.ofNullable(FOREIGN.get(name.name()));
        boolean type = meant.filter(m -> Builtins.TYPES.contains(m)).isPresent();
        boolean value = meant.filter(m -> m.equals("None") || m.startsWith("float('")).isPresent();
        boolean self = meant.filter("self"::equals).isPresent();
        if (self) {
            return fault.function().filter(f -> !f.args().parameters().isEmpty() && f.args().parameters().getFirst().name().equals("self")).flatMap(_ -> meant);
        }
        return meant.filter(m -> value ? !name.isCalled(fault) : type || name.isCalled(fault) || Builtins.EXCEPTIONS.contains(m));
    }

    private CandidatePatch patch(Fault fault, UndefinedName name, String meant) {
        Draft draft = draft(fault, "Write " + meant + " for " + name.name()).rated(Tier.A, FOREIGN.containsKey(name.name()) ? 0.88 : 0.97)
                .because("Python spells it `" + meant + "`.");
        for (Scopes.Use use : name.uses()) {
            draft.replace(use.offset(), use.offset() + name.name().length(), meant);
        }
        return draft.done();
    }
}
