package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.ClassShape;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A property that reads or sets itself without end: {@code return self.name} in {@code name}.
final class RecursiveProperty implements RepairRule {

    @Override
    public String id() {
        return "recursive-property";
    }

    @Override
    public Set<String> answers() {
        return Set.of("PRF.RECURSION");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (!fault.exceptionType().equals("RecursionError")) {
            return List.of();
        }
        Optional<Stmt.FunctionDef> function = fault.function();
        Optional<Stmt.ClassDef> owner = fault.enclosingClass();
        return function.isPresent() && owner.isPresent() && isProperty(ClassShape.of(owner.get()), function.get()) ? patch(fault, owner.get(), function.get().name().id()).stream().toList()
                : List.of();
    }

    private static boolean isProperty(ClassShape shape, Stmt.FunctionDef function) {
        return shape.members().stream().anyMatch(m -> m.kind() == ClassShape.Kind.PROPERTY && m.node().equals(function));
    }

    /// All accesses inside the property's own functions go to the attribute behind it.
    private Optional<CandidatePatch> patch(Fault fault, Stmt.ClassDef owner, String name) {
        ClassShape shape = ClassShape.of(owner);
        String behind = shape.names().contains("__" + name) ? "__" + name : "_" + name;
        boolean setter = shape.members().stream().filter(m -> m.name().equals(name) && m.kind() == ClassShape.Kind.PROPERTY).count() > 1;
        Draft draft = draft(fault, "Keep the value in " + behind).rated(Tier.A, 0.94).because("The property calls itself; its value needs an attribute of another name.");
        for (Stmt statement : owner.body()) {
            boolean own = statement instanceof Stmt.FunctionDef f && f.name().id().equals(name);
            boolean init = !setter && statement instanceof Stmt.FunctionDef f && f.name().id().equals("__init__");
            if (own || init) {
                Tree.walk(statement).filter(n -> n instanceof Expr.Attribute a && a.attr().equals(name) && a.value() instanceof Expr.Name s && s.id().equals("self"))
                        .forEach(n -> draft.replace(((Expr.Attribute) n).nameStart(), n.end(), behind));
            }
        }
        return draft.unlessEmpty();
    }
}
