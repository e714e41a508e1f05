package dev.codeheals.engine.verify;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.run.Cancellation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// The last word on a candidate: the user's own command from cold, more than once, what else the project can be asked, and the
/// unchanged project once more, because a program that fails only now and then would otherwise be healed by luck.
///
/// @param others tests beyond the command's own
/// @param inputs calls with values near those of the tests
record Confirmation(CandidateTrials trials, Repeats repeats, Optional<OtherTests> others, Optional<InputProbe> inputs, Cancellation cancellation) {

    /// @param screened what its screening showed
    Verdict of(CandidatePatch candidate, List<FileChange> changes, Verdict.Plausible screened) {
        if (repeats.doubtful()) {
            return new Verdict.Flaky(0, 0, "The unchanged program does not always fail, so passing proves nothing.");
        }
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            Optional<CompletableFuture<Optional<OtherTests.Finding>>> tests = others
                    .map(other -> CompletableFuture.supplyAsync(() -> other.with(changes, trials.limits(), cancellation), beside));
            Optional<CompletableFuture<Optional<InputComparison>>> calls = inputs
                    .map(probe -> CompletableFuture.supplyAsync(() -> probe.with(changes, cancellation), beside));
            List<Trial> runs = repeats.with(candidate, changes);
            return weigh(candidate, changes, screened, runs, new Probed(tests.flatMap(Groundwork::join), calls.flatMap(Groundwork::join)));
        }
    }

    /// What was tried beyond the user's command.
    private record Probed(Optional<OtherTests.Finding> tests, Optional<InputComparison> calls) {}

    private Verdict weigh(CandidatePatch candidate, List<FileChange> changes, Verdict.Plausible plausible, List<Trial> runs, Probed probed) {
        List<Trial> bad = runs.stream().filter(run -> !run.outcome().passed()).toList();
        long strays = repeats.strays();
        if (strays > 0) {
            repeats.doubt();
            return new Verdict.Flaky((int) strays, runs.size(), "The unchanged program does not always fail, so passing proves nothing.");
        }
        if (!bad.isEmpty() && bad.size() < runs.size()) {
            repeats.doubt();
            return new Verdict.Flaky(runs.size() - bad.size(), runs.size(), "With the candidate it passed " + (runs.size() - bad.size()) + " of " + runs.size() + " runs.");
        }
        if (!bad.isEmpty()) {
            Verdict cold = trials.oracle(candidate, changes).judge(bad.getFirst());
            return cold instanceof Verdict.Plausible ? new Verdict.StillFails("The command still fails from cold.") : cold;
        }
        Verdict again = trials.oracle(candidate, changes).judge(runs.getFirst());
        if (!(again instanceof Verdict.Plausible)) {
            return again;
        }
        List<String> lost = probed.tests().map(OtherTests.Finding::lost).orElse(List.of());
        if (!lost.isEmpty()) {
            return new Verdict.Regressed(lost, "Outside the command, " + (lost.size() == 1 ? lost.getFirst() + " no longer passes." : lost.size() + " tests no longer pass."));
        }
        return new Verdict.Plausible(evidence(plausible.evidence(), runs, probed), plausible.summary());
    }

    private Evidence evidence(Evidence screened, List<Trial> runs, Probed probed) {
        Optional<OtherTests.Finding> finding = probed.tests();
        List<String> probes = new ArrayList<>();
        if (runs.size() > 1) {
            probes.add(runs.size() + " repeated runs");
        }
        finding.ifPresent(found -> probes.add(found.after().passed().size() + " more tests"));
        probed.calls().ifPresent(calls -> probes.add(calls.tried() + " calls with values near the tests'"));
        Optional<String> doubt = probed.calls().flatMap(InputComparison::doubt);
        TestTally before = finding.map(found -> found.joinedBefore(screened.before())).orElse(screened.before());
        TestTally after = finding.map(found -> found.joinedAfter(screened.after())).orElse(screened.after());
        boolean tested = screened.tier() == VerdictTier.TEST_PASSES || !before.passed().containsAll(after.passed());
        boolean compared = finding.filter(found -> !found.before().passed().isEmpty()).isPresent();
        boolean steady = runs.size() > 1 || !trials.mayFlake();
        VerdictTier tier = tested && steady && doubt.isEmpty() ? VerdictTier.SURVIVES_PROBES
                : compared && screened.tier() == VerdictTier.FAILURE_GONE ? VerdictTier.NOTHING_LOST : screened.tier();
        Trial first = runs.getFirst();
        return new Evidence(tier, before, after, screened.beforeTime(), first.outcome().duration(), screened.isolation(), runs.size(), probes, doubt,
                screened.beforeOutput(), Oracle.tail(first.outcome()));
    }
}
