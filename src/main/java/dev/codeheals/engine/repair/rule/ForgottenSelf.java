package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.ClassShape;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.Names;
import dev.codeheals.engine.source.Scopes;
import dev.codeheals.engine.source.Stmt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A member of the class used bare inside a method: {@code balance} for {@code self.balance}.
final class ForgottenSelf implements RepairRule {

    @Override
    public String id() {
        return "forgotten-self";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.NAME_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<UndefinedName> name = UndefinedName.boundNowhere(fault);
        Optional<Stmt.ClassDef> owner = fault.enclosingClass();
        Optional<Stmt.FunctionDef> method = name.isEmpty() || owner.isEmpty() ? Optional.empty() : method(fault, owner.get(), name.get().offset());
        return method.flatMap(m -> patch(fault, name.orElseThrow(), owner.orElseThrow(), m)).stream().toList();
    }

    /// The method itself, where the name stands in it or in a function nested in it.
    private static Optional<Stmt.FunctionDef> method(Fault fault, Stmt.ClassDef owner, int offset) {
        return fault.tree().pathTo(offset).stream().filter(n -> n instanceof Stmt.FunctionDef f && owner.body().contains(f)).map(Stmt.FunctionDef.class::cast)
                .findFirst();
    }

    private Optional<CandidatePatch> patch(Fault fault, UndefinedName name, Stmt.ClassDef owner, Stmt.FunctionDef method) {
        ModuleIndex.FoundClass found = new ModuleIndex.FoundClass(fault.module(), ClassShape.of(owner));
        Map<String, ClassShape.Member> members = fault.modules().members(found);
        Optional<String> member = members.containsKey(name.name()) ? Optional.of(name.name()) : near(name.name(), members);
        return member.flatMap(m -> receiver(owner, method, members.get(m)).map(r -> patch(fault, name, method, m, r)));
    }

    private static Optional<String> near(String name, Map<String, ClassShape.Member> members) {
        List<Names.Match> near = Nearness.of(name, members.keySet());
        return near.isEmpty() || near.getFirst().score() < 0.85 ? Optional.empty() : Optional.of(near.getFirst().name());
    }

    private static Optional<String> receiver(Stmt.ClassDef owner, Stmt.FunctionDef method, ClassShape.@Nullable Member member) {
        boolean isStatic = method.decorators().stream().anyMatch(d -> d instanceof Expr.Name n && n.id().equals("staticmethod"));
        boolean ofInstance = member != null && (member.kind() == ClassShape.Kind.INSTANCE_ATTRIBUTE || member.kind() == ClassShape.Kind.METHOD
                || member.kind() == ClassShape.Kind.PROPERTY);
        if (isStatic || method.args().parameters().isEmpty()) {
            return ofInstance ? Optional.empty() : Optional.of(owner.name().id());
        }
        return Optional.of(method.args().parameters().getFirst().name());
    }

    private CandidatePatch patch(Fault fault, UndefinedName name, Stmt.FunctionDef method, String member, String receiver) {
        boolean exact = member.equals(name.name());
        Draft draft = draft(fault, "Write " + receiver + "." + member + " for " + name.name()).rated(Tier.A, exact ? 0.95 : 0.7)
                .because("`" + member + "` is a member of the class, so it needs `" + receiver + ".` before it.");
        for (Scopes.Use use : name.uses()) {
            if (use.offset() >= method.start() && use.offset() < method.end()) {
                draft.replace(use.offset(), use.offset() + name.name().length(), receiver + "." + member);
            }
        }
        return draft.done();
    }
}
