package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An attribute of the object that has the name of one of its methods, and so hides it: the attribute gets an underscore.
final class HiddenMethod implements RepairRule {
    private static final Pattern NOT_CALLABLE = Pattern.compile("'[\\w.]+' object is not callable");

    @Override
    public String id() {
        return "hidden-method";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.NOT_CALLABLE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        return fault.says("TypeError", NOT_CALLABLE).isEmpty() ? List.of() : fault.expressions(Expr.Call.class).stream()
                .flatMap(c -> c.function() instanceof Expr.Attribute a ? hiding(fault.modules().all().stream(), a.attr()) : Stream.empty())
                .distinct().limit(1).flatMap(hidden -> patch(fault, hidden).stream()).toList();
    }

    /// A class with a method and an attribute of one name.
    record Hidden(ModuleInfo module, Stmt.ClassDef owner, String name) {}

    static Stream<Hidden> hiding(Stream<ModuleInfo> modules, String name) {
        return modules.filter(m -> m.parsed().source().text().contains("def " + name + "("))
                .flatMap(m -> Tree.of(m.parsed()).all(Stmt.ClassDef.class).stream().map(c -> new Hidden(m, c, name)))
                .filter(h -> h.owner().body().stream().anyMatch(s -> s instanceof Stmt.FunctionDef f && f.name().id().equals(name) && f.decorators().isEmpty()))
                .filter(h -> own(h, a -> Tree.of(h.module().parsed()).parentOf(a).filter(p -> p instanceof Stmt.Assign assign && assign.targets().contains(a)).isPresent()).findAny().isPresent());
    }

    private static Stream<Expr.Attribute> own(Hidden hidden, Predicate<Expr.Attribute> which) {
        return Tree.walk(hidden.owner()).filter(Expr.Attribute.class::isInstance).map(Expr.Attribute.class::cast)
                .filter(a -> a.attr().equals(hidden.name()) && a.value() instanceof Expr.Name self && self.id().equals("self")).filter(which);
    }

    private Optional<CandidatePatch> patch(Fault fault, Hidden hidden) {
        Draft draft = draft(fault, "Call the attribute _" + hidden.name()).rated(Tier.B, 0.95)
                .because("`self." + hidden.name() + "` takes the place of the method `" + hidden.name() + "` of " + hidden.owner().name().id() + ".");
        Tree tree = Tree.of(hidden.module().parsed());
        own(hidden, a -> tree.parentOf(a).filter(p -> p instanceof Expr.Call c && c.function().equals(a)).isEmpty())
                .forEach(a -> draft.edit(hidden.module().path(), Replacement.insert(a.nameStart(), "_")));
        return draft.unlessEmpty();
    }
}
