package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An argument given by place to a parameter that only takes its name.
final class KeywordOnly implements RepairRule {
    private static final Pattern TAKES = Pattern.compile("([\\w.]+)\\(\\) takes (?:from \\d+ to )?(\\d+) positional arguments? but (\\d+) .*given");

    @Override
    public String id() {
        return "keyword-only";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.ARG_COUNT");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Matcher> said = fault.says("TypeError", TAKES);
        Optional<CallSite> site = said.flatMap(m -> CallSite.of(fault, m.group(1)));
        Optional<CallSite.Definition> definition = site.flatMap(s -> s.definition(fault));
        if (definition.isEmpty()) {
            return List.of();
        }
        Expr.Call call = site.orElseThrow().call();
        int superfluous = Integer.parseInt(said.orElseThrow().group(3)) - Integer.parseInt(said.orElseThrow().group(2));
        List<String> names = definition.get().function().args().parameters().stream().filter(p -> p.kind() == Node.ParameterKind.KEYWORD_ONLY)
                .map(Node.Parameter::name).filter(n -> site.orElseThrow().keyword(n).isEmpty()).toList();
        if (superfluous < 1 || names.size() < superfluous || call.args().size() < superfluous || call.args().stream().anyMatch(Expr.Starred.class::isInstance)) {
            return List.of();
        }
        Draft draft = draft(fault, "Pass " + String.join(", ", names.subList(0, superfluous)) + " by name").rated(Tier.A, names.size() == superfluous ? 0.95 : 0.9)
                .because("That parameter takes its value by name only.");
        for (int i = 0; i < superfluous; i++) {
            draft.insert(call.args().get(call.args().size() - superfluous + i).start(), names.get(i) + "=");
        }
        return List.of(draft.done());
    }
}
