package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An API that was removed or renamed: names of Python 2, of older standard libraries and of older well-known packages.
final class MovedApi implements RepairRule {
    private static final double PRIOR = 0.96;

    @Override
    public String id() {
        return "moved-api";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.MODULE_ATTRIBUTE", "RES.NAME_ERROR", "TYP.ATTRIBUTE", "TYP.PYTHON2_METHOD");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<UndefinedName> name = UndefinedName.boundNowhere(fault);
        if (name.isPresent()) {
            return first(MovedApis.table().name(name.get().name()), moved -> bareName(fault, name.get(), moved));
        }
        Optional<MissingAttribute> attribute = MissingAttribute.of(fault);
        if (attribute.isEmpty()) {
            return List.of();
        }
        MissingAttribute missing = attribute.get();
        return missing.owner() == MissingAttribute.Owner.MODULE
                ? first(MovedApis.table().ofModule(missing.ownerName(), missing.attribute()), moved -> ofModule(fault, missing, moved))
                : first(MovedApis.table().ofType(missing.bareOwner(), missing.attribute()), moved -> ofType(fault, missing, moved));
    }

    private static List<CandidatePatch> first(List<MovedApis.Moved> table, Function<MovedApis.Moved, Optional<CandidatePatch>> attempt) {
        return table.stream().flatMap(m -> attempt.apply(m).stream()).limit(1).toList();
    }

    private Draft begin(Fault fault, String old, MovedApis.Moved moved) {
        String write = moved.template().write();
        String shown = write.equals("$o") ? "the value itself" : write.replace("$o.", "").replace("$", "").replace(":", ".");
        return draft(fault, "Replace " + old + " by " + shown).rated(Tier.A, PRIOR)
                .because("`" + old + "` is gone from this version; `" + shown + "` does its work.");
    }

    private Optional<CandidatePatch> bareName(Fault fault, UndefinedName name, MovedApis.Moved moved) {
        Draft draft = begin(fault, name.name(), moved);
        Set<Integer> uses = new HashSet<>();
        name.uses().forEach(u -> uses.add(u.offset()));
        boolean done = false;
        for (Expr.Name node : fault.tree().all(Expr.Name.class)) {
            if (uses.contains(node.start())) {
                done |= replace(fault, draft, node, null, moved) && node.start() == name.offset();
            }
        }
        return done ? Optional.of(draft.done()) : Optional.empty();
    }

    private Optional<CandidatePatch> ofModule(Fault fault, MissingAttribute missing, MovedApis.Moved moved) {
        String receiver = fault.text(missing.receiver());
        Draft draft = begin(fault, receiver + "." + missing.attribute(), moved);
        boolean done = false;
        for (Expr.Attribute node : fault.tree().all(Expr.Attribute.class)) {
            if (node.attr().equals(missing.attribute()) && fault.text(node.value()).equals(receiver)) {
                done |= replace(fault, draft, node, missing.ownerName(), moved) && node.equals(missing.node());
            }
        }
        return done ? Optional.of(draft.done()) : Optional.empty();
    }

    private Optional<CandidatePatch> ofType(Fault fault, MissingAttribute missing, MovedApis.Moved moved) {
        Draft draft = begin(fault, "." + missing.attribute(), moved);
        if (moved.template().write().equals("!sorted")) {
            return sortedInstead(fault, missing);
        }
        boolean everywhere = moved.template().parameters() == null && missing.attribute().length() >= 6 && !isProjectMember(fault, missing.attribute());
        String receiver = fault.text(missing.receiver());
        boolean done = false;
        for (Expr.Attribute node : fault.tree().all(Expr.Attribute.class)) {
            boolean same = node.equals(missing.node()) || everywhere || fault.text(node.value()).equals(receiver);
            if (node.attr().equals(missing.attribute()) && same) {
                done |= replace(fault, draft, node, null, moved) && node.equals(missing.node());
            }
        }
        return done ? Optional.of(draft.done()) : Optional.empty();
    }

    private static boolean isProjectMember(Fault fault, String name) {
        return fault.modules().all().stream().flatMap(m -> m.classes().values().stream()).anyMatch(c -> c.names().contains(name));
    }

    /// {@code keys.sort()} becomes {@code keys = sorted(keys)}.
    private Optional<CandidatePatch> sortedInstead(Fault fault, MissingAttribute missing) {
        return fault.statement().filter(s -> s instanceof Stmt.ExprStmt e && e.value() instanceof Expr.Call c && c.function().equals(missing.node())
                && missing.receiver() instanceof Expr.Name).map(s -> {
                    Expr.Call call = (Expr.Call) ((Stmt.ExprStmt) s).value();
                    String name = fault.text(missing.receiver());
                    String rest = fault.source().text().substring(call.openParen() + 1, call.end());
                    String separator = rest.strip().equals(")") ? "" : ", ";
                    return draft(fault, "Write " + name + " = sorted(" + name + ")").rated(Tier.A, PRIOR)
                            .because("Views of a dictionary cannot be sorted in place.")
                            .replace(s, name + " = sorted(" + name + separator + rest).done();
                });
    }

    /// Puts the new text in the place of one use; false if the use has a shape the table does not know.
    private static boolean replace(Fault fault, Draft draft, Expr node, @Nullable String module, MovedApis.Moved moved) {
        Expr receiver = node instanceof Expr.Attribute a ? a.value() : null;
        Optional<Expr.Call> call = fault.tree().parentOf(node).filter(p -> p instanceof Expr.Call c && c.function().equals(node)).map(Expr.Call.class::cast);
        Optional<String> filled = moved.template().fill(fault, receiver, call.orElse(null));
        if (filled.isEmpty()) {
            return false;
        }
        Node replaced = moved.template().parameters() == null ? node : call.orElseThrow();
        if (receiver != null && module == null && !moved.template().write().contains("$") && !moved.template().write().contains(":")) {
            draft.replace(((Expr.Attribute) node).nameStart(), replaced.end(), filled.get());
            return true;
        }
        boolean whole = module != null && Stdlib.tables().isModule(filled.get(), fault.python().minor());
        String text = whole ? ModuleReference.made(fault, filled.get(), draft)
                : new WrittenModules(fault, draft, module, receiver == null ? "" : fault.text(receiver)).in(filled.get());
        Outer.replace(fault, draft, replaced, text);
        return true;
    }
}
