package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Names;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A key or column name that is misspelt where it is read, or where it was written.
final class MisspeltKey implements RepairRule {
    private static final int MOST = 3;

    @Override
    public String id() {
        return "misspelt-key";
    }

    @Override
    public Set<String> answers() {
        return Set.of("KEY.KEY_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<KeyFault> found = KeyFault.of(fault).filter(m -> !m.text().isEmpty());
        return found.map(m -> patches(fault, m)).orElse(List.of());
    }

    private List<CandidatePatch> patches(Fault fault, KeyFault missing) {
        boolean seen = !missing.known().isEmpty();
        Collection<String> known = seen ? missing.knownTexts() : KeyLiterals.all(fault.scene());
        List<Names.Match> near = Names.rank(missing.text(), known);
        List<CandidatePatch> patches = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, near.size()); i++) {
            String meant = near.get(i).name();
            double prior = Nearness.prior(near, i) * (seen ? 1 : 0.85) * (SpacedColumns.isSpaced(meant, missing.text()) ? 0.6 : 1);
            List<KeyLiterals.Place> writers = KeyLiterals.writers(fault.scene(), meant);
            boolean atWriter = !writers.isEmpty() && (fault.inTests() || missing.literals().isEmpty() || isWriterSlip(fault, missing, meant));
            if (atWriter) {
                patches.add(writer(fault, missing, meant, writers, prior));
            }
            if (!missing.literals().isEmpty() && !fault.inTests()) {
                patches.add(reader(fault, missing, meant, atWriter ? prior * 0.7 : prior));
            }
        }
        return patches;
    }

    /// Nobody reads the spelling that was written, and the one that is read is English or read more than once.
    private static boolean isWriterSlip(Fault fault, KeyFault missing, String meant) {
        int spelling = Spelling.compare(missing.text(), meant);
        return KeyLiterals.reads(fault.scene(), meant) == 0 && (spelling < 0 || (spelling == 0 && KeyLiterals.reads(fault.scene(), missing.text()) > 1));
    }

    private CandidatePatch writer(Fault fault, KeyFault missing, String meant, List<KeyLiterals.Place> writers, double prior) {
        Draft draft = draft(fault, "Write the key " + missing.text() + " instead of " + meant).rated(Tier.A, prior)
                .because("The value is stored under `" + meant + "` but read as `" + missing.text() + "`.");
        for (KeyLiterals.Place place : writers) {
            int at = place.module().parsed().source().text().indexOf(meant, place.literal().start());
            draft.edit(place.module().path(), new Replacement(at, at + meant.length(), missing.text()));
        }
        return draft.done();
    }

    /// The failing literals, and the same key on the same mapping elsewhere in the function.
    private CandidatePatch reader(Fault fault, KeyFault missing, String meant, double prior) {
        Draft draft = draft(fault, "Read the key " + meant + " instead of " + missing.text()).rated(Tier.A, prior)
                .because("There is no key `" + missing.text() + "`; the nearest is `" + meant + "`.");
        String receiver = missing.receiver().map(fault::text).orElse("");
        Node within = fault.function().map(Node.class::cast).orElse(fault.parsed().module());
        Set<Integer> places = new TreeSet<>();
        missing.literals().forEach(l -> places.add(l.start()));
        Tree.walk(within).filter(n -> n instanceof Expr.Subscript s && fault.text(s.value()).equals(receiver) && s.index() instanceof Expr.Constant c
                && c.kind() == Expr.ConstantKind.STRING && c.value().equals(missing.text())).forEach(n -> places.add(((Expr.Subscript) n).index().start()));
        for (int place : places) {
            int at = fault.source().text().indexOf(missing.text(), place);
            draft.replace(at, at + missing.text().length(), meant);
        }
        return draft.done();
    }
}
