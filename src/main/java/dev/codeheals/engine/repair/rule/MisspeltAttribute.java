package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.ClassShape;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.Names;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// An attribute or method that the object lacks, written for a near one it has.
final class MisspeltAttribute implements RepairRule {
    private static final int MOST = 3;

    @Override
    public String id() {
        return "misspelt-attribute";
    }

    @Override
    public Set<String> answers() {
        return Set.of("OOP.CLASS_ATTRIBUTE", "TYP.ATTRIBUTE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<MissingAttribute> found = MissingAttribute.of(fault).filter(m -> m.owner() != MissingAttribute.Owner.MODULE);
        return found.map(m -> patches(fault, m)).orElse(List.of());
    }

    private List<CandidatePatch> patches(Fault fault, MissingAttribute missing) {
        List<ModuleIndex.FoundClass> classes = fault.modules().classes(missing.bareOwner());
        Set<String> known = new LinkedHashSet<>(missing.known(fault));
        classes.forEach(c -> known.addAll(fault.modules().members(c).keySet()));
        List<Names.Match> near = Nearness.of(missing.attribute(), known);
        List<CandidatePatch> patches = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, near.size()); i++) {
            String meant = near.get(i).name();
            double prior = Nearness.prior(near, i) * fit(fault, missing, meant);
            Optional<ClassShape.Member> member = classes.stream().flatMap(c -> Optional.ofNullable(fault.modules().members(c).get(meant)).stream()).findFirst();
            double definition = member.isEmpty() ? 0 : definitionSlip(fault, missing, meant, member.get());
            if (definition > 0) {
                patches.add(renameDefinition(fault, missing, meant, prior * definition));
            }
            if (!fault.inTests() || member.isEmpty()) {
                patches.add(renameUse(fault, missing, meant, definition > 0.9 ? prior * 0.7 : prior));
            }
        }
        return patches;
    }

    /// What is called should be a method, what is not called should not.
    private static double fit(Fault fault, MissingAttribute missing, String meant) {
        boolean called = missing.call(fault).isPresent();
        StdlibClasses classes = StdlibClasses.tables();
        boolean method = classes.isMethod(missing.ownerName(), meant);
        boolean value = classes.isValue(missing.ownerName(), meant);
        return (called && value) || (!called && method) ? 0.8 : 1;
    }

    /// How likely the slip is in the definition: surely where only tests read the other spelling, or where nobody reads this one.
    private static double definitionSlip(Fault fault, MissingAttribute missing, String meant, ClassShape.Member member) {
        if (fault.inTests()) {
            return 1;
        }
        if (AttributeReads.of(fault.scene(), meant) > 0) {
            return 0;
        }
        int spelling = Spelling.compare(missing.attribute(), meant);
        boolean named = spelling < 0 || isSetFrom(fault, member, missing.attribute());
        return spelling > 0 ? 0 : named || AttributeReads.of(fault.scene(), missing.attribute()) > 1 ? 1 : 0.85;
    }

    /// {@code self.balnce = balance}: the value's own name tells how the attribute was meant.
    private static boolean isSetFrom(Fault fault, ClassShape.Member member, String name) {
        return member.node() instanceof Expr.Attribute a && fault.tree().all(Stmt.Assign.class).stream()
                .anyMatch(s -> s.targets().contains(a) && s.value() instanceof Expr.Name n && n.id().equals(name));
    }

    private CandidatePatch renameDefinition(Fault fault, MissingAttribute missing, String meant, double prior) {
        Draft draft = draft(fault, "Rename " + meant + " to " + missing.attribute()).rated(Tier.A, prior)
                .because("The class has `" + meant + "`, but everyone who uses it says `" + missing.attribute() + "`.");
        new Renaming(fault.scene(), draft, meant, missing.attribute()).member();
        return draft.isEmpty() ? renameUse(fault, missing, meant, prior) : draft.done();
    }

    private CandidatePatch renameUse(Fault fault, MissingAttribute missing, String meant, double prior) {
        String receiver = fault.text(missing.receiver());
        Draft draft = draft(fault, "Rename ." + missing.attribute() + " to ." + meant).rated(Tier.A, prior)
                .because("`" + missing.ownerName() + "` has no `" + missing.attribute() + "`; its nearest attribute is `" + meant + "`.");
        Node within = receiver.equals("self") || receiver.equals("cls") ? fault.enclosingClass().map(Node.class::cast).orElse(fault.parsed().module())
                : fault.function().map(Node.class::cast).orElse(fault.parsed().module());
        Set<Integer> places = new TreeSet<>(Set.of(missing.node().nameStart()));
        Tree.walk(within).filter(n -> n instanceof Expr.Attribute a && a.attr().equals(missing.attribute()) && fault.text(a.value()).equals(receiver))
                .forEach(n -> places.add(((Expr.Attribute) n).nameStart()));
        places.forEach(p -> draft.replace(p, p + missing.attribute().length(), meant));
        return draft.done();
    }
}
