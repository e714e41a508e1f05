package dev.codeheals.engine.verify;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.classify.ProjectPaths;
import dev.codeheals.engine.classify.ReBanker;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.run.RunOutcome;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Decides what a run with a candidate shows, compared with the run before it.
final class Oracle {
    private static final int SHOWN_OUTPUT = 64 << 10;

    private final ReBanker rebanker;
    private final ProjectPaths paths;

    Oracle(ReBanker rebanker, ProjectPaths paths) {
        this.rebanker = rebanker;
        this.paths = paths;
    }

    /// The verdict of one run.
    Verdict judge(Baseline before, Trial after, Diagnosis target, FailureMatch match, int coldRuns, List<String> probes) {
        if (after.outcome().ending() != RunOutcome.Ending.EXITED) {
            return new Verdict.Stopped(after.outcome().ending(), stopped(after.outcome()));
        }
        List<String> lost = lost(before.tally(), after);
        if (!lost.isEmpty()) {
            return new Verdict.Regressed(lost, lost.size() == 1 ? lost.getFirst() + " no longer passes." : lost.size() + " tests are lost or fail now.");
        }
        if (after.outcome().passed()) {
            VerdictTier tier = before.tally().collected() > 0 ? VerdictTier.TEST_PASSES : VerdictTier.NOTHING_LOST;
            return new Verdict.Plausible(evidence(tier, before, after, coldRuns, probes), "The command passes.");
        }
        return stillFailing(before, after, target, match, coldRuns, probes);
    }

    private Verdict stillFailing(Baseline before, Trial after, Diagnosis target, FailureMatch match, int coldRuns, List<String> probes) {
        boolean same = false;
        boolean caused = false;
        for (Failure failure : after.failures()) {
            switch (match.of(target, rebanker.classify(failure, paths).diagnosis())) {
                case SAME -> same = true;
                case CAUSED -> caused = true;
                case OTHER -> {}
            }
        }
        if (same) {
            return new Verdict.StillFails("The same failure is still there.");
        }
        if (caused) {
            return new Verdict.StillFails("The changed lines fail themselves.");
        }
        if (after.failures().isEmpty()) {
            return new Verdict.StillFails("It still ends with exit code " + after.outcome().exitCode() + ".");
        }
        if (after.tests().failed().size() > before.tally().failed().size() && after.tests().passed().size() <= before.tally().passed().size()) {
            return new Verdict.Regressed(List.copyOf(after.tests().failed()), "More tests fail than before.");
        }
        return new Verdict.Progressed(after.failures(), evidence(VerdictTier.NOTHING_LOST, before, after, coldRuns, probes),
                "This failure is gone; another one shows.");
    }

    /// Tests that passed before and do not now, and tests that are not run any more.
    private static List<String> lost(TestTally before, Trial after) {
        Set<String> lost = new TreeSet<>(before.passed());
        lost.removeAll(after.tests().passed());
        Set<String> skipped = new TreeSet<>(after.tests().skipped());
        skipped.removeAll(before.skipped());
        lost.addAll(skipped);
        return after.report() == Trial.Report.TEXT ? List.of() : List.copyOf(lost);
    }

    private static String stopped(RunOutcome outcome) {
        return outcome.note().isEmpty() ? "The run was stopped." : outcome.note();
    }

    static Evidence evidence(VerdictTier tier, Baseline before, Trial after, int coldRuns, List<String> probes) {
        return new Evidence(tier, before.tally(), after.tests(), before.outcome().duration(), after.outcome().duration(),
                after.outcome().isolation(), coldRuns, probes, tail(before.outcome()), tail(after.outcome()));
    }

    private static String tail(RunOutcome outcome) {
        String text = outcome.text();
        return text.length() <= SHOWN_OUTPUT ? text : text.substring(text.length() - SHOWN_OUTPUT);
    }

    static TestTally failedOnly(List<Failure> failures) {
        Set<String> failed = new TreeSet<>();
        failures.stream().map(Failure::testId).flatMap(Stream::ofNullable).forEach(failed::add);
        return new TestTally(Set.of(), failed, Set.of());
    }
}
