package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.PatchSource;
import dev.codeheals.engine.repair.RepairRequest;
import dev.codeheals.engine.repair.Suggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All rules as one source: asks each about each place, best candidates first, no edit twice.
///
/// A rule that throws is reported and skipped; it never costs the other rules their say.
public final class RuleBook implements PatchSource.Rules {
    /// From here on a candidate is clearly the favourite.
    private static final double CLEAR = 0.95;

    private final List<RepairRule> rules;
    private final Consumer<RuleCrash> onCrash;

    private record Ranked(CandidatePatch patch, double rank) {}

    public RuleBook(List<RepairRule> rules, Consumer<RuleCrash> onCrash) {
        this.rules = List.copyOf(rules);
        this.onCrash = onCrash;
        Set<String> ids = rules.stream().map(RepairRule::id).collect(Collectors.toSet());
        if (ids.size() != rules.size()) {
            throw new IllegalArgumentException("Two rules share an id.");
        }
    }

    /// Every rule there is.
    public static RuleBook standard(Consumer<RuleCrash> onCrash) {
        return new RuleBook(Stream.of(ReferenceRules.all(), SyntaxRules.all(), ValueRules.all()).flatMap(List::stream).toList(), onCrash);
    }

    public List<RepairRule> rules() {
        return rules;
    }

    /// The rules that answer failures of a taxonomy code.
    public List<RepairRule> answering(String code) {
        return rules.stream().filter(rule -> rule.answers().contains(code)).toList();
    }

    /// What was tried is proposed too: the heal does not run it twice, but takes the rule's word for it.
    @Override
    public Stream<CandidatePatch> candidates(RepairRequest request) {
        Map<String, Ranked> best = new LinkedHashMap<>();
        for (Fault fault : Faults.of(request)) {
            for (CandidatePatch patch : exclusive(fault, ask(fault, rule -> rule.propose(fault)))) {
                Ranked ranked = new Ranked(patch, patch.prior() * fault.suspicion());
                best.merge(result(request, patch), ranked, (a, b) -> a.rank() >= b.rank() ? a : b);
            }
        }
        return best.values().stream().sorted(Comparator.comparingDouble(Ranked::rank).reversed()).map(Ranked::patch);
    }

    /// Only one of the edits for a place is right, whichever rule it comes from: a clear favourite leaves the others little chance.
    private static List<CandidatePatch> exclusive(Fault fault, List<CandidatePatch> patches) {
        CandidatePatch best = patches.stream().max(Comparator.comparingDouble(CandidatePatch::prior)).orElse(null);
        if (best == null || best.prior() < (SyntaxRule.isAbout(fault) ? SyntaxRule.CLEAR : CLEAR)) {
            return patches;
        }
        return patches.stream().map(p -> p.equals(best) ? p : p.withPrior(Math.min(p.prior(), SyntaxRule.SECOND * p.prior()))).toList();
    }

    /// What a patch writes, whatever replacements it is made of.
    private static String result(RepairRequest request, CandidatePatch patch) {
        return patch.edits().stream().map(edit -> edit.file() + "\0" + request.project().file(edit.file()).map(f -> edit.applyTo(f.text())).orElse(patch.hash()))
                .collect(Collectors.joining("\0"));
    }

    /// Advice for what no edit can mend, without repetition.
    @Override
    public List<Suggestion> suggestions(RepairRequest request) {
        return Faults.of(request).stream().flatMap(fault -> ask(fault, rule -> rule.suggest(fault)).stream()).distinct().toList();
    }

    private <T> List<T> ask(Fault fault, Function<RepairRule, List<T>> question) {
        List<T> answers = new ArrayList<>();
        for (RepairRule rule : rules) {
            if (fault.request().cancellation().isCancelled()) {
                return List.of();
            }
            try {
                answers.addAll(question.apply(rule));
            } catch (RuntimeException | StackOverflowError crash) {
                onCrash.accept(new RuleCrash(rule.id(), fault.file() + ":" + fault.line(), crash.toString()));
            }
        }
        return answers;
    }
}
