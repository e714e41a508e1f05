package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Names;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Data whose key or column was renamed since the code was written: the code reads the new name too, and still accepts the old one.
final class DriftedKey implements RepairRule {
    private static final double ALIKE = 0.4;

    @Override
    public String id() {
        return "drifted-key";
    }

    @Override
    public Set<String> answers() {
        return Set.of("KEY.KEY_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<KeyFault> found = KeyFault.of(fault).filter(m -> !m.text().isEmpty() && !m.literals().isEmpty() && !m.known().isEmpty() && !fault.inTests());
        return found.flatMap(m -> successor(fault, m).flatMap(s -> patch(fault, m, s))).stream().toList();
    }

    /// The key that took the place of the missing one: among the keys no source file mentions the most alike, or the only one.
    private static Optional<Names.Match> successor(Fault fault, KeyFault missing) {
        List<String> foreign = missing.knownTexts().stream().filter(k -> KeyLiterals.mentions(fault.scene(), k) == 0).toList();
        List<Names.Match> ranked = Names.rank(missing.text(), foreign, ALIKE);
        return ranked.isEmpty() ? foreign.size() == 1 ? Optional.of(new Names.Match(foreign.getFirst(), ALIKE)) : Optional.empty() : Optional.of(ranked.getFirst());
    }

    private Optional<CandidatePatch> patch(Fault fault, KeyFault missing, Names.Match successor) {
        Expr receiver = missing.receiver().orElse(null);
        if (receiver == null) {
            return Optional.empty();
        }
        boolean used = KeyLiterals.mentions(fault.scene(), missing.text()) > 1;
        boolean slip = successor.score() >= Names.LIKELY && Names.words(successor.name()).size() == Names.words(missing.text()).size();
        boolean inData = DataFiles.hold(fault.project().root(), successor.name()) && !DataFiles.hold(fault.project().root(), missing.text());
        double prior = inData ? 0.97 : slip ? used ? 0.75 : 0.55 : successor.score() >= Names.POSSIBLE ? 0.85 : 0.7;
        Draft draft = draft(fault, "Read " + missing.text() + " or " + successor.name()).rated(inData ? Tier.A : Tier.B, prior)
                .because("The data calls it `" + successor.name() + "` now; data that still says `" + missing.text() + "` is read as before.");
        String type = fault.valueOf(receiver).map(ValueFacts::type).orElse("dict");
        if (type.endsWith("DataFrame")) {
            table(fault, draft, missing, receiver, successor.name());
        } else {
            records(fault, draft, missing, fault.text(receiver), successor.name());
        }
        return draft.unlessEmpty();
    }

    private static void table(Fault fault, Draft draft, KeyFault missing, Expr receiver, String successor) {
        if (receiver instanceof Expr.Name name && fault.statement().isPresent()) {
            String columns = "{" + Quotes.literal(fault, successor) + ": " + Quotes.literal(fault, missing.text()) + "}";
            draft.insert(NewLine.before(fault, fault.statement().get(), name.id() + " = " + name.id() + ".rename(columns=" + columns + ")"));
        }
    }

    private static void records(Fault fault, Draft draft, KeyFault missing, String receiver, String successor) {
        Node within = fault.function().map(Node.class::cast).orElse(fault.parsed().module());
        List<Expr.Subscript> reads = Tree.walk(within).filter(n -> n instanceof Expr.Subscript s && fault.text(s.value()).equals(receiver) && s.index() instanceof Expr.Constant c
                && c.kind() == Expr.ConstantKind.STRING && c.value().equals(missing.text())).map(Expr.Subscript.class::cast).toList();
        for (Expr.Subscript read : reads) {
            String old = fault.text(read.index());
            String quote = old.substring(old.length() - 1);
            String either = receiver + "[" + old + " if " + old + " in " + receiver + " else " + quote + successor + quote + "]";
            draft.replace(read, either);
        }
    }
}
