package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// An option read from the command line's values under a name it was not declared by: one that is declared and that nobody reads was meant.
final class UndeclaredOption implements RepairRule {
    private static final int BEGINNING = 3;

    @Override
    public String id() {
        return "undeclared-option";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.ATTRIBUTE", "OOP.CLASS_ATTRIBUTE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<MissingAttribute> missing = MissingAttribute.of(fault).filter(m -> m.bareOwner().equals("Namespace") && !fault.inTests());
        return missing.map(m -> patches(fault, m)).orElse(List.of());
    }

    private List<CandidatePatch> patches(Fault fault, MissingAttribute missing) {
        Set<String> near = new LinkedHashSet<>();
        declared(fault).filter(name -> AttributeReads.of(fault.scene(), name) == 0).forEach(near::add);
        List<CandidatePatch> patches = new ArrayList<>();
        for (String option : near) {
            boolean alike = isAlike(missing.attribute(), option);
            double prior = alike ? 0.94 : near.size() == 1 ? 0.8 : 0.5;
            Draft draft = draft(fault, "Read " + option + " instead of " + missing.attribute()).rated(alike ? Tier.A : Tier.B, prior)
                    .because("No option is called `" + missing.attribute() + "`, and nobody reads `" + option + "`.");
            missing.here().forEach(a -> draft.replace(a.nameStart(), a.end(), option));
            patches.add(draft.done());
        }
        return patches;
    }

    /// The names under which options are stored: {@code min_stock} for {@code "-m", "--min-stock"}.
    private static Stream<String> declared(Fault fault) {
        return fault.scene().ownModules().stream().map(ModuleInfo::parsed).flatMap(p -> Tree.of(p).all(Expr.Call.class).stream())
                .filter(c -> CallSite.last(c.function()).equals("add_argument")).flatMap(c -> stored(c).stream());
    }

    private static Optional<String> stored(Expr.Call call) {
        Optional<String> own = call.keywords().stream().filter(k -> "dest".equals(k.name())).map(Node.Keyword::value).flatMap(v -> text(v).stream()).findFirst();
        List<String> flags = call.args().stream().flatMap(a -> text(a).stream()).toList();
        return own.or(() -> flags.stream().filter(f -> f.startsWith("--")).findFirst()).or(() -> flags.stream().findFirst())
                .map(f -> f.replaceFirst("^-+", "").replace('-', '_'));
    }

    private static Optional<String> text(Expr value) {
        return value instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.STRING ? Optional.of(c.value()) : Optional.empty();
    }

    /// A word of one begins as a word of the other does: {@code minimum} and {@code min_stock}.
    private static boolean isAlike(String one, String other) {
        return Stream.of(one.toLowerCase(Locale.ROOT).split("_")).filter(w -> w.length() >= BEGINNING)
                .anyMatch(w -> Stream.of(other.toLowerCase(Locale.ROOT).split("_")).anyMatch(v -> v.startsWith(w.substring(0, BEGINNING))));
    }
}
