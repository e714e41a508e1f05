package dev.codeheals.engine.verify;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.classify.ProjectPaths;
import dev.codeheals.engine.classify.ReBanker;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.detect.FailureScanner;
import dev.codeheals.engine.run.RunOutcome;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Reads runs: which failures they show, and what their tests did.
///
/// @param paths the project's folder and those of its copies
record Readings(ReBanker rebanker, ProjectPaths paths) {

    Diagnosis diagnose(Failure failure) {
        return rebanker.classify(failure, paths).diagnosis();
    }

    /// A run of which only the text is known.
    Trial text(RunOutcome outcome) {
        List<Failure> failures = FailureScanner.scan(outcome.output());
        Set<String> failed = failures.stream().map(Failure::testId).filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
        return new Trial(outcome, failures, new TestTally(Set.of(), failed, Set.of()), Trial.Report.TEXT);
    }

    /// A run whose runner reported.
    Trial reported(WarmServer.Answer answer, boolean runsTests) {
        RunReport report = answer.report();
        boolean tests = runsTests || !report.collected().isEmpty();
        Trial.Report kind = !tests ? Trial.Report.TEXT : report.complete() ? Trial.Report.COMPLETE : Trial.Report.CUT_OFF;
        return new Trial(answer.outcome(), FailureScanner.scan(answer.outcome().output()), report.tests(), kind);
    }

    /// Whether two runs ended alike: both passed, or both failed with the same kinds of failures at the same places.
    boolean agree(Trial one, Trial other) {
        return one.outcome().ending() == other.outcome().ending() && one.outcome().passed() == other.outcome().passed()
                && places(one).equals(places(other));
    }

    private Set<String> places(Trial trial) {
        return trial.failures().stream().map(this::diagnose).map(d -> d.exceptionType() + " " + d.file() + ":" + d.line()).collect(Collectors.toSet());
    }
}
