package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// A key of the right meaning in the wrong type or form: {@code 1} for {@code '1'}, {@code 'Ann '} for {@code 'ann'}.
final class KeyConversion implements RepairRule {

    private record Form(String suffix, UnaryOperator<String> change) {}

    private static final List<Form> FORMS = List.of(new Form(".strip()", String::strip), new Form(".lower()", s -> s.toLowerCase(Locale.ROOT)),
            new Form(".upper()", s -> s.toUpperCase(Locale.ROOT)), new Form(".strip().lower()", s -> s.strip().toLowerCase(Locale.ROOT)),
            new Form(".strip().upper()", s -> s.strip().toUpperCase(Locale.ROOT)), new Form(".title()", KeyConversion::title),
            new Form(".replace(\" \", \"_\")", s -> s.replace(' ', '_')), new Form(".lower().replace(\" \", \"_\")", s -> s.toLowerCase(Locale.ROOT).replace(' ', '_')));

    @Override
    public String id() {
        return "key-conversion";
    }

    @Override
    public Set<String> answers() {
        return Set.of("KEY.KEY_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<KeyFault> found = KeyFault.of(fault).filter(m -> !m.known().isEmpty() && !fault.inTests());
        if (found.isEmpty()) {
            return List.of();
        }
        KeyFault missing = found.get();
        List<CandidatePatch> patches = new ArrayList<>();
        for (Expr.Subscript subscript : fault.expressions(Expr.Subscript.class)) {
            boolean same = fault.valueOf(subscript.value()).filter(v -> v.keys().equals(missing.known())).isPresent();
            if (same) {
                index(fault, missing, subscript.index()).ifPresent(patches::add);
            }
        }
        return patches.stream().limit(1).toList();
    }

    private Optional<CandidatePatch> index(Fault fault, KeyFault missing, Expr index) {
        Optional<String> seen = fault.valueOf(index).map(v -> v.repr());
        boolean literal = index instanceof Expr.Constant;
        if (seen.isPresent() && !seen.get().equals(missing.key())) {
            return Optional.empty();
        }
        String text = fault.text(index);
        if (missing.text().isEmpty() && missing.known().contains("'" + missing.key() + "'")) {
            return Optional.of(patch(fault, index, literal ? Quotes.literal(fault, text) : "str(" + text + ")", "The keys are strings, this key is a number."));
        }
        if (!missing.text().isEmpty() && missing.known().contains(missing.text()) && missing.text().matches("-?\\d+")) {
            return Optional.of(patch(fault, index, literal ? missing.text() : "int(" + text + ")", "The keys are numbers, this key is a string."));
        }
        if (literal || missing.text().isEmpty()) {
            return Optional.empty();
        }
        List<String> known = missing.knownTexts();
        return FORMS.stream().filter(f -> known.contains(f.change().apply(missing.text()))).findFirst()
                .map(f -> patch(fault, index, text + f.suffix(), "The keys are written in another form: " + missing.text() + " is not among them."));
    }

    private CandidatePatch patch(Fault fault, Expr index, String text, String why) {
        return draft(fault, "Look up " + text).rated(Tier.B, 0.88).because(why).replace(index, text).done();
    }

    private static String title(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1).toLowerCase(Locale.ROOT);
    }
}
