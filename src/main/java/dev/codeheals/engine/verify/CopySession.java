package dev.codeheals.engine.verify;

import dev.codeheals.engine.classify.ProjectPaths;
import dev.codeheals.engine.classify.ReBanker;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.detect.FailureScanner;
import dev.codeheals.engine.localize.RuntimeFacts;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.run.Interpreter;
import dev.codeheals.engine.run.Isolation;
import dev.codeheals.engine.run.Limits;
import dev.codeheals.engine.run.Mount;
import dev.codeheals.engine.run.ProcessRunner;
import dev.codeheals.engine.run.PythonCommand;
import dev.codeheals.engine.run.RunOutcome;
import dev.codeheals.engine.run.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// A session on private copies in the cache.
final class CopySession implements VerificationSession {
    private final Setup setup;
    private final ReBanker rebanker;
    private final ProcessRunner runner;
    private final ShadowWorkspace workspace;
    private final BlockingQueue<Workbench> idle;
    private final List<Workbench> benches = new ArrayList<>();
    private final Command resolved;
    private final ProjectPaths paths;
    private ProjectSnapshot snapshot;
    private @Nullable Baseline baseline;

    /// What the user asked for.
    record Setup(Path project, Command command, Interpreter python, Limits limits, Sandbox sandbox, Cancellation cancellation) {}

    private CopySession(Setup setup, ReBanker rebanker, ProcessRunner runner, ShadowWorkspace workspace, int workers) throws IOException {
        this.setup = setup;
        this.rebanker = rebanker;
        this.runner = runner;
        this.workspace = workspace;
        this.idle = new ArrayBlockingQueue<>(workers);
        this.resolved = PythonCommand.resolve(setup.command(), setup.python());
        this.snapshot = ProjectSnapshot.of(setup.project());
        List<Path> roots = new ArrayList<>(List.of(setup.project()));
        for (int i = 0; i < workers; i++) {
            Workbench bench = bench();
            benches.add(bench);
            idle.add(bench);
            roots.add(bench.mirror().root());
        }
        this.paths = ProjectPaths.of(roots.toArray(Path[]::new));
    }

    static CopySession open(Setup setup, ReBanker rebanker, ProcessRunner runner, Path cache, int workers) throws IOException {
        boolean inPlace = setup.sandbox().isolation() != Isolation.LIMITS_ONLY;
        ShadowWorkspace workspace = ShadowWorkspace.open(setup.project(), cache, inPlace, setup.cancellation());
        return new CopySession(setup, rebanker, runner, workspace, workers);
    }

    private Workbench bench() throws IOException {
        Mirror mirror = workspace.mirror(setup.cancellation());
        List<Mount> mounts = new ArrayList<>(setup.python().folders().stream().map(Mount::reading).toList());
        mounts.addAll(workspace.mounts(mirror));
        return new Workbench(mirror, setup.sandbox().with(mounts), runner);
    }

    @Override
    public synchronized Baseline baseline() {
        Baseline known = baseline;
        if (known == null) {
            Trial trial = use(bench -> cold(bench, List.of(), setup.limits()));
            known = new Baseline(trial.outcome(), trial.failures(), trial.tests(), false);
            baseline = known;
        }
        return known;
    }

    private Trial cold(Workbench bench, List<FileChange> changes, Limits limits) {
        RunOutcome outcome = bench.cold(resolved, changes, Map.of(), limits, setup.cancellation());
        var failures = FailureScanner.scan(outcome.output());
        return new Trial(outcome, failures, Oracle.failedOnly(failures), Trial.Report.TEXT);
    }

    private <T> T use(Function<Workbench, T> job) {
        setup.cancellation().throwIfCancelled();
        try {
            Workbench bench = idle.take();
            try {
                return job.apply(bench);
            } finally {
                idle.add(bench);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    @Override
    public synchronized ProjectSnapshot project() {
        return snapshot;
    }

    @Override
    public ProjectPaths paths() {
        return paths;
    }

    @Override
    public Isolation isolation() {
        return setup.sandbox().isolation();
    }

    @Override
    public RuntimeFacts facts() {
        return RuntimeFacts.NONE;
    }

    @Override
    public Stream<Screened> screen(Stream<CandidatePatch> candidates, SealedDiagnosis target) {
        Screening screening = new Screening(candidates.iterator(), candidate -> screened(candidate, target), benches.size());
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(screening, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(screening::close).onClose(candidates::close);
    }

    private Screened screened(CandidatePatch candidate, SealedDiagnosis target) {
        return new Screened(candidate, verdict(candidate, target, 0));
    }

    private Optional<Verdict> verdict(CandidatePatch candidate, SealedDiagnosis target, int coldRuns) {
        Baseline before = baseline();
        return project().changes(candidate).filter(this::fits).map(changes -> {
            Trial after = use(bench -> cold(bench, changes, candidateLimits(before)));
            return new Oracle(rebanker, paths).judge(before, after, target.diagnosis(), new FailureMatch(candidate, changes), coldRuns, List.of());
        });
    }

    private boolean fits(List<FileChange> changes) {
        return changes.stream().allMatch(change -> benches.getFirst().mirror().accepts(change.file()));
    }

    /// A candidate that hangs must not cost the whole time a run may take.
    private Limits candidateLimits(Baseline before) {
        Duration enough = before.outcome().duration().multipliedBy(3).plusSeconds(2);
        return enough.compareTo(setup.limits().wallTime()) < 0 ? setup.limits().withWallTime(enough) : setup.limits();
    }

    @Override
    public Verdict confirm(CandidatePatch candidate, SealedDiagnosis target) {
        return verdict(candidate, target, 1).orElseGet(() -> new Verdict.StillFails("The candidate does not fit the files."));
    }

    @Override
    public synchronized void adopt(CandidatePatch candidate) {
        List<FileChange> changes = snapshot.changes(candidate)
                .orElseThrow(() -> new IllegalArgumentException("The candidate does not fit the files."));
        try {
            for (Workbench bench : benches) {
                bench.mirror().adopt(changes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The copy of the project could not be written.", e);
        }
        snapshot = snapshot.with(changes);
        baseline = null;
    }

    @Override
    public void close() {
        workspace.close();
    }
}
