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
final class Confirmation {
    private static final Duration QUICK = Duration.ofSeconds(2);
    private static final Duration SLOW = Duration.ofSeconds(20);

    private final Workbenches benches;
    private final Groundwork.Subject subject;
    private final Groundwork ground;
    private final Readings readings;
    private final CandidateTrials trials;
    private final Optional<OtherTests> others;
    private final Cancellation cancellation;

    /// @param others tests beyond the command's own
    Confirmation(Workbenches benches, Groundwork.Subject subject, Groundwork ground, Readings readings, CandidateTrials trials,
                 Optional<OtherTests> others, Cancellation cancellation) {
        this.benches = benches;
        this.subject = subject;
        this.ground = ground;
        this.readings = readings;
        this.trials = trials;
        this.others = others;
        this.cancellation = cancellation;
    }

    Verdict of(CandidatePatch candidate, List<FileChange> changes) {
        Verdict screened = trials.screen(candidate, changes, cancellation);
        if (!(screened instanceof Verdict.Plausible plausible)) {
            return screened;
        }
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Trial>> cold = times(repeats(), () -> exact(changes), together);
            List<CompletableFuture<Trial>> unchanged = times(ground.baseline().flaky() ? 0 : repeats(), this::unchanged, together);
            Optional<CompletableFuture<Optional<OtherTests.Finding>>> probe = others
                    .map(tests -> CompletableFuture.supplyAsync(() -> tests.with(changes, trials.limits(), cancellation), together));
            List<Trial> runs = cold.stream().map(Groundwork::join).toList();
            List<Trial> before = unchanged.stream().map(Groundwork::join).toList();
            return weigh(candidate, changes, plausible, runs, before, probe.flatMap(Groundwork::join));
        }
    }

    private static <T> List<CompletableFuture<T>> times(int count, Supplier<T> job, ExecutorService executor) {
        List<CompletableFuture<T>> started = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            started.add(CompletableFuture.supplyAsync(job, executor));
        }
        return started;
    }

    private int repeats() {
        Duration once = ground.baseline().outcome().duration();
        return once.compareTo(QUICK) < 0 ? 3 : once.compareTo(SLOW) < 0 ? 2 : 1;
    }

    private Trial exact(List<FileChange> changes) {
        return readings.text(benches.use(bench -> bench.exact(subject.exact(), changes, trials.limits(), cancellation)));
    }

    private Trial unchanged() {
        return ground.program().map(run -> readings.reported(benches.use(bench -> bench.program(run, List.of(), List.of(), trials.limits(), cancellation)), run.runsTests()))
                .orElseGet(() -> exact(List.of()));
    }

    private Verdict weigh(CandidatePatch candidate, List<FileChange> changes, Verdict.Plausible plausible, List<Trial> runs, List<Trial> before,
                          Optional<OtherTests.Finding> finding) {
        List<Trial> bad = runs.stream().filter(run -> !run.outcome().passed()).toList();
        long stray = before.stream().filter(run -> run.outcome().passed() != ground.baseline().outcome().passed()).count();
        if (ground.baseline().flaky() || stray > 0) {
            return new Verdict.Flaky((int) stray, before.size(), "The unchanged program does not always fail, so passing proves nothing.");
        }
        if (!bad.isEmpty() && bad.size() < runs.size()) {
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
        List<String> lost = finding.map(OtherTests.Finding::lost).orElse(List.of());
        if (!lost.isEmpty()) {
            return new Verdict.Regressed(lost, "Outside the command, " + (lost.size() == 1 ? lost.getFirst() + " no longer passes." : lost.size() + " tests no longer pass."));
        }
        return new Verdict.Plausible(evidence(plausible.evidence(), runs, finding), plausible.summary());
    }

    private Evidence evidence(Evidence screened, List<Trial> runs, Optional<OtherTests.Finding> finding) {
        List<String> probes = new ArrayList<>();
        if (runs.size() > 1) {
            probes.add(runs.size() + " repeated runs");
        }
        finding.ifPresent(found -> probes.add(found.after().passed().size() + " more tests"));
        TestTally before = finding.map(found -> found.joinedBefore(screened.before())).orElse(screened.before());
        TestTally after = finding.map(found -> found.joinedAfter(screened.after())).orElse(screened.after());
        boolean tested = screened.tier() == VerdictTier.TEST_PASSES || !before.passed().containsAll(after.passed());
        VerdictTier tier = tested && runs.size() > 1 ? VerdictTier.SURVIVES_PROBES : screened.tier();
        Trial first = runs.getFirst();
        return new Evidence(tier, before, after, screened.beforeTime(), first.outcome().duration(), screened.isolation(), runs.size(), probes,
                screened.beforeOutput(), Oracle.tail(first.outcome()));
    }
}
