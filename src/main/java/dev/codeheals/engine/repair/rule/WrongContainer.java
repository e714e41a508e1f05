package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A collection that begins as one kind and is used as another: {@code seen = {}} and {@code seen.add(x)}.
final class WrongContainer implements RepairRule {
    private static final Map<String, Set<String>> EMPTY = Map.of("dict", Set.of("{}", "dict()"), "list", Set.of("[]", "list()"), "set", Set.of("set()"),
            "tuple", Set.of("()", "tuple()"), "str", Set.of("\"\"", "''", "str()"));
    private static final Map<String, String> WANTED = Map.ofEntries(Map.entry("append", "[]"), Map.entry("extend", "[]"), Map.entry("insert", "[]"), Map.entry("sort", "[]"),
            Map.entry("reverse", "[]"), Map.entry("add", "set()"), Map.entry("discard", "set()"), Map.entry("union", "set()"), Map.entry("keys", "{}"),
            Map.entry("items", "{}"), Map.entry("values", "{}"), Map.entry("setdefault", "{}"), Map.entry("get", "{}"));

    @Override
    public String id() {
        return "wrong-container";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.ATTRIBUTE", "OOP.CLASS_ATTRIBUTE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<MissingAttribute> missing = MissingAttribute.of(fault).filter(m -> !fault.inTests() && EMPTY.containsKey(m.bareOwner()) && WANTED.containsKey(m.attribute()));
        return missing.map(m -> fault.scene().ownModules().stream().flatMap(module -> Tree.of(module.parsed()).all(Stmt.class).stream()
                .flatMap(s -> begun(fault, module, s, m).stream())).limit(3).toList()).orElse(List.of());
    }

    /// The statement that makes the collection, if it makes it empty and of the kind the message names.
    private Optional<CandidatePatch> begun(Fault fault, ModuleInfo module, Stmt statement, MissingAttribute missing) {
        Expr target = statement instanceof Stmt.Assign a && a.targets().size() == 1 ? a.targets().getFirst() : statement instanceof Stmt.AnnAssign n ? n.target() : null;
        Expr value = statement instanceof Stmt.Assign a ? a.value() : statement instanceof Stmt.AnnAssign n ? n.value() : null;
        if (target == null || value == null || !isSame(fault, module, target, missing.receiver())
                || !EMPTY.getOrDefault(missing.bareOwner(), Set.of()).contains(module.parsed().source().text().substring(value.start(), value.end()))) {
            return Optional.empty();
        }
        String wanted = WANTED.getOrDefault(missing.attribute(), "[]");
        return Optional.of(draft(fault, "Begin with " + wanted).rated(Tier.A, 0.94).because("It is used as another kind of collection, by `" + missing.attribute() + "`.")
                .edit(module.path(), new Replacement(value.start(), value.end(), wanted)).done());
    }

    private static boolean isSame(Fault fault, ModuleInfo module, Expr target, Expr receiver) {
        return switch (receiver) {
            case Expr.Attribute read -> target instanceof Expr.Attribute set && set.attr().equals(read.attr());
            case Expr.Name read -> target instanceof Expr.Name set && set.id().equals(read.id()) && module.path().equals(fault.file());
            case Expr _ -> false;
        };
    }
}
