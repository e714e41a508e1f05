package dev.codeheals.engine.verify;

import dev.codeheals.engine.classify.ProjectPaths;
import dev.codeheals.engine.classify.ReBanker;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.localize.FactsReader;
import dev.codeheals.engine.localize.RuntimeFacts;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Isolation;
import dev.codeheals.engine.run.RunOutcome;
import dev.codeheals.engine.verify.Workbenches.Need;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// A session on private copies in the cache.
final class CopySession implements VerificationSession {
    private static final double LIKELY = 0.7;

    private final BenchPlan plan;
    private final Groundwork.Subject subject;
    private final ShadowWorkspace workspace;
    private final Workbenches benches;
    private final Readings readings;
    private final Cancellation life = new Cancellation();
    private final Cancellation.Registration outer;
    private ProjectSnapshot snapshot;
    private final Map<String, Verdict> screened = new ConcurrentHashMap<>();
    private @Nullable Groundwork ground;
    private @Nullable Repeats repeats;
    private final Deque<Base> bases = new ArrayDeque<>();
    private boolean adopted;
    private @Nullable RuntimeFacts facts;

    /// @param subject the user's command as it is run
    CopySession(BenchPlan plan, Groundwork.Subject subject, ReBanker rebanker, ShadowWorkspace workspace, int workers, Cancellation cancellation)
            throws IOException {
        this.plan = plan;
        this.subject = subject;
        this.workspace = workspace;
        this.outer = cancellation.onCancel(life::cancel);
        this.snapshot = ProjectSnapshot.of(plan.project());
        this.readings = new Readings(rebanker, ProjectPaths.of(plan.project()));
        this.benches = new Workbenches(this::bench, workers, life);
    }

    private Workbench bench() throws IOException {
        Mirror mirror = workspace.mirror(life);
        return plan.bench(mirror, workspace.mounts(mirror));
    }

    @Override
    public Baseline baseline() {
        return ground().baseline();
    }

    private synchronized Groundwork ground() {
        Groundwork known = ground;
        if (known == null) {
            known = Groundwork.lay(benches, subject, readings, life);
            ground = known;
            if (known.waits() && !adopted) {
                benches.grow(3 * benches.size());
            }
        }
        return known;
    }

    /// Whether candidates are tried by an interpreter kept warm, whose runs agree with the command's own.
    boolean isWarm() {
        return ground().program().isPresent() && benches.first().isWarm();
    }

    /// One more cold run of the command on the unchanged copy.
    RunOutcome coldRun() {
        return benches.use(Need.COLD, bench -> bench.exact(subject.exact(), List.of(), subject.limits(), life));
    }

    @Override
    public synchronized ProjectSnapshot project() {
        return snapshot;
    }

    @Override
    public ProjectPaths paths() {
        return readings.paths();
    }

    @Override
    public Isolation isolation() {
        return plan.sandbox().isolation();
    }

    @Override
    public synchronized RuntimeFacts facts() {
        RuntimeFacts known = facts;
        if (known == null) {
            known = ground().facts().map(json -> FactsReader.read(json, subject.exact().display())).orElse(RuntimeFacts.NONE);
            facts = known;
        }
        return known;
    }

    @Override
    public Stream<Screened> screen(Stream<CandidatePatch> candidates, SealedDiagnosis target) {
        CandidateTrials trials = trials(target);
        Screening screening = new Screening(candidates.iterator(), (candidate, stop) -> screened(trials, candidate, stop), benches.size(), life);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(screening, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(screening::close).onClose(candidates::close);
    }

    private CandidateTrials trials(SealedDiagnosis target) {
        return new CandidateTrials(benches, subject, ground(), readings, target);
    }

    private Screened screened(CandidateTrials trials, CandidatePatch candidate, Cancellation stop) {
        return new Screened(candidate, changes(candidate).map(changes -> screened(trials, candidate, changes, stop)));
    }

    private Verdict screened(CandidateTrials trials, CandidatePatch candidate, List<FileChange> changes, Cancellation stop) {
        Verdict verdict = trials.objection(changes).orElseGet(() -> run(trials, candidate, changes, stop));
        screened.put(trials.key(candidate), verdict);
        return verdict;
    }

    private Verdict run(CandidateTrials trials, CandidatePatch candidate, List<FileChange> changes, Cancellation stop) {
        Repeats running = repeats(trials);
        if (ground().waits()) {
            // A program that mostly waits leaves the processor to its repeats.
            running.expect(candidate, changes);
        } else if (candidate.prior() >= LIKELY && benches.size() > 1) {
            running.foresee(candidate, changes);
        }
        Verdict verdict = trials.untested(changes, trials.screen(candidate, changes, stop));
        if (verdict instanceof Verdict.Plausible) {
            running.expect(candidate, changes);
        } else {
            running.forget(candidate);
        }
        return verdict;
    }

    private synchronized Repeats repeats(CandidateTrials trials) {
        Repeats known = repeats;
        if (known == null) {
            known = new Repeats(benches, subject, ground(), readings, trials.limits(), trials.mayFlake(), life);
            repeats = known;
        }
        return known;
    }

    /// What a candidate writes; empty if it does not fit the files or leads out of the copy.
    private Optional<List<FileChange>> changes(CandidatePatch candidate) {
        Mirror mirror = benches.first().mirror();
        return project().changes(candidate).filter(changes -> changes.stream().allMatch(change -> mirror.accepts(change.file())));
    }

    @Override
    public Verdict confirm(CandidatePatch candidate, SealedDiagnosis target) {
        Optional<List<FileChange>> changes = changes(candidate);
        if (changes.isEmpty()) {
            return new Verdict.StillFails("The candidate does not fit the files.");
        }
        CandidateTrials trials = trials(target);
        Verdict known = screened.get(trials.key(candidate));
        Verdict verdict = known == null ? screened(trials, candidate, changes.get(), life) : known;
        if (!(verdict instanceof Verdict.Plausible plausible)) {
            return verdict;
        }
        Optional<OtherTests> others = OtherTests.of(project(), plan.python(), ground(), benches, readings);
        // A name that was unknown is known for every input.
        Optional<InputProbe> inputs = trials.mayFlake() ? InputProbe.of(ground(), benches, isolation()) : Optional.empty();
        return new Confirmation(trials, repeats(trials), others, inputs, life).of(candidate, changes.get(), plausible);
    }

    @Override
    public synchronized void adopt(CandidatePatch candidate) {
        List<FileChange> changes = changes(candidate).orElseThrow(() -> new IllegalArgumentException("The candidate does not fit the files."));
        bases.push(new Base(changes, snapshot, ground(), facts()));
        rebase(mirror -> mirror.adopt(changes));
        snapshot = snapshot.with(changes);
        ground = null;
        facts = null;
    }

    @Override
    public synchronized void stepBack() {
        Base base = bases.pop();
        rebase(mirror -> mirror.abandon(base.changes()));
        snapshot = base.snapshot();
        ground = base.ground();
        facts = base.facts();
    }

    private void rebase(MirrorChange change) {
        endRepeats();
        screened.clear();
        adopted = true;
        try {
            for (Workbench bench : benches.all()) {
                change.on(bench.mirror());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The copy of the project could not be written.", e);
        }
    }

    private interface MirrorChange {
        void on(Mirror mirror) throws IOException;
    }

    /// What was known before a candidate was adopted.
    private record Base(List<FileChange> changes, ProjectSnapshot snapshot, Groundwork ground, RuntimeFacts facts) {}

    private synchronized void endRepeats() {
        Repeats running = repeats;
        if (running != null) {
            running.close();
            repeats = null;
        }
    }

    @Override
    public void close() {
        outer.close();
        life.cancel();
        endRepeats();
        benches.close();
        workspace.close();
    }
}
