package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A module taken for the class or function of the same name in it, or the other way round: {@code datetime.now()} after
/// {@code import datetime}, {@code datetime.datetime.now()} after {@code from datetime import datetime}, {@code glob("*")} after {@code import glob}.
final class WrongLevel implements RepairRule {
    private static final double PRIOR = 0.97;

    @Override
    public String id() {
        return "wrong-level";
    }

    @Override
    public Set<String> answers() {
        return Set.of("OOP.CLASS_ATTRIBUTE", "RES.MODULE_ATTRIBUTE", "TYP.MODULE_CALLED");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (fault.exceptionType().equals("TypeError") && fault.message().startsWith("'module' object is not callable")) {
            return called(fault);
        }
        return MissingAttribute.of(fault).flatMap(m -> switch (m.owner()) {
            case MODULE -> tooHigh(fault, m);
            case TYPE, INSTANCE -> tooLow(fault, m);
        }).stream().toList();
    }

    /// The module lacks what the class of its own name has.
    private Optional<CandidatePatch> tooHigh(Fault fault, MissingAttribute missing) {
        String module = missing.ownerName();
        String inner = module.substring(module.lastIndexOf('.') + 1);
        boolean has = isExported(fault, module, inner) && members(fault, module, inner).contains(missing.attribute());
        if (!has) {
            return Optional.empty();
        }
        String receiver = fault.text(missing.receiver());
        Draft draft = draft(fault, "Write " + receiver + "." + inner + "." + missing.attribute()).rated(Tier.A, PRIOR)
                .because("`" + receiver + "` is the module here; `" + missing.attribute() + "` belongs to the `" + inner + "` in it.");
        fault.tree().all(Expr.Attribute.class).stream().filter(a -> fault.text(a.value()).equals(receiver) && !isExported(fault, module, a.attr())
                && members(fault, module, inner).contains(a.attr())).forEach(a -> draft.insert(a.value().end(), "." + inner));
        return Optional.of(draft.done());
    }

    private static List<String> members(Fault fault, String module, String inner) {
        List<String> names = new ArrayList<>(StdlibClasses.tables().attributes(module + "." + inner));
        fault.modules().byName(module).map(m -> m.classes().get(inner)).ifPresent(c -> names.addAll(c.names()));
        return names;
    }

    private static boolean isExported(Fault fault, String module, String name) {
        return Stdlib.tables().export(module, name, fault.python().minor()).filter(e -> e.kind() != Stdlib.Kind.MODULE).isPresent()
                || fault.modules().byName(module).filter(m -> m.definitions().containsKey(name)).isPresent();
    }

    /// The class lacks what its module has: the name means the class already.
    private Optional<CandidatePatch> tooLow(Fault fault, MissingAttribute missing) {
        if (!(missing.receiver() instanceof Expr.Name name)) {
            return Optional.empty();
        }
        Optional<Stmt.ImportFrom> statement = fault.tree().all(Stmt.ImportFrom.class).stream().filter(f -> f.level() == 0
                && f.names().stream().anyMatch(a -> a.bound(true).equals(name.id()) && a.name().equals(f.module().substring(f.module().lastIndexOf('.') + 1))))
                .findFirst();
        if (statement.isEmpty() || !isExported(fault, statement.get().module(), missing.attribute())) {
            return Optional.empty();
        }
        String module = statement.get().module();
        Draft draft = draft(fault, "Write " + missing.attribute() + " for " + name.id() + "." + missing.attribute()).rated(Tier.A, PRIOR)
                .because("`" + name.id() + "` is the one in the module `" + module + "` here, not the module.");
        List<String> needed = new ArrayList<>();
        for (Expr.Attribute read : fault.tree().all(Expr.Attribute.class)) {
            boolean ofModule = read.value() instanceof Expr.Name n && n.id().equals(name.id()) && isExported(fault, module, read.attr())
                    && !members(fault, module, name.id()).contains(read.attr());
            if (ofModule) {
                draft.delete(read.start(), read.nameStart());
                if (!needed.contains(read.attr()) && !fault.scopes().module().binds(read.attr())) {
                    needed.add(read.attr());
                }
            }
        }
        if (!needed.isEmpty()) {
            Node.Alias last = statement.get().names().getLast();
            draft.insert(last.end(), ", " + String.join(", ", needed));
        }
        return Optional.of(draft.done());
    }

    /// {@code import glob; glob("*")}.
    private List<CandidatePatch> called(Fault fault) {
        List<CandidatePatch> patches = new ArrayList<>();
        for (Expr.Call call : fault.expressions(Expr.Call.class)) {
            Optional<String> module = ImportedModule.chain(call.function()).filter(c -> module(fault, c).isPresent()).flatMap(c -> module(fault, c));
            String inner = module.map(m -> m.substring(m.lastIndexOf('.') + 1)).orElse("");
            if (module.isPresent()) {
                List<String> callable = isExported(fault, module.get(), inner) ? List.of(inner) : capitalised(fault, module.get(), inner);
                for (String name : callable) {
                    patches.add(draft(fault, "Call " + fault.text(call.function()) + "." + name).rated(Tier.A, PRIOR)
                            .because("`" + fault.text(call.function()) + "` is a module; what can be called is in it.").insert(call.function().end(), "." + name).done());
                }
            }
        }
        return patches;
    }

    private static List<String> capitalised(Fault fault, String module, String inner) {
        return fault.modules().byName(module).stream().flatMap(m -> m.definitions().keySet().stream())
                .filter(d -> d.replace("_", "").equalsIgnoreCase(inner.replace("_", ""))).limit(1).toList();
    }

    private static Optional<String> module(Fault fault, String expression) {
        for (Stmt.Import statement : fault.tree().all(Stmt.Import.class)) {
            for (Node.Alias alias : statement.names()) {
                if (expression.equals(alias.asName() == null ? alias.name() : alias.asName())) {
                    return Optional.of(alias.name());
                }
            }
        }
        for (Stmt.ImportFrom statement : fault.tree().all(Stmt.ImportFrom.class)) {
            for (Node.Alias alias : statement.names()) {
                if (expression.equals(alias.bound(true))) {
                    return fault.modules().imported(fault.module(), fault.module().absolute(statement) + "." + alias.name()).map(m -> m.name());
                }
            }
        }
        return Optional.empty();
    }
}
