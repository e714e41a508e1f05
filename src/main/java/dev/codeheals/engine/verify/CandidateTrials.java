package dev.codeheals.engine.verify;

import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Limits;
import dev.codeheals.engine.run.RunOutcome;
import dev.codeheals.engine.verify.ProgramRun.Wish;
import dev.codeheals.engine.verify.WarmServer.Answer;
import dev.codeheals.engine.verify.Workbenches.Need;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tries candidates for one failure, cheapest question first: does it say less, does it compile, does the failing test pass, is
/// anything lost.
final class CandidateTrials {
    private static final Set<String> SYNTAX = Set.of("SyntaxError", "IndentationError", "TabError");
    private static final Set<String> STATIC = Set.of("NameError", "ImportError", "ModuleNotFoundError");
    private static final int FEW_TESTS = 5;
    /// Below this a run costs less than the start of another interpreter.
    private static final Duration INSTANT = Duration.ofMillis(200);
    private static final Duration SHORT = Duration.ofMillis(700);
    /// How long a program without an endless loop may take: how long it takes in order is not known.
    private static final Duration ONCE_ENDLESS = Duration.ofSeconds(8);
    private static final Duration ONCE_ENDLESS_WARM = Duration.ofSeconds(2);

    private final Workbenches benches;
    private final Groundwork.Subject subject;
    private final Groundwork ground;
    private final Readings readings;
    private final SealedDiagnosis target;
    private final Set<String> asking;

    CandidateTrials(Workbenches benches, Groundwork.Subject subject, Groundwork ground, Readings readings, SealedDiagnosis target) {
        this.benches = benches;
        this.subject = subject;
        this.ground = ground;
        this.readings = readings;
        this.target = target;
        this.asking = asking();
    }

    /// Ids of the tests that fail by the target.
    private Set<String> asking() {
        Set<String> failed = ground.baseline().tally().failed();
        return ground.baseline().failures().stream().filter(failure -> readings.diagnose(failure).equals(target.diagnosis()))
                .map(Failure::testId).flatMap(id -> id == null ? Stream.empty() : TestIds.find(id, failed).stream())
                .collect(Collectors.toSet());
    }

    /// Whether a failure of this kind may come and go between runs of the same program.
    boolean mayFlake() {
        return ground.baseline().outcome().ending() != RunOutcome.Ending.TIMED_OUT && !SYNTAX.contains(target.diagnosis().exceptionType()) && !STATIC.contains(target.diagnosis().exceptionType());
    }

    /// Names a trial of a candidate for this failure.
    String key(CandidatePatch candidate) {
        return target.hash() + " " + candidate.hash();
    }

    Oracle oracle(CandidatePatch candidate, List<FileChange> changes) {
        return new Oracle(readings, ground.baseline(), target.diagnosis(), asking, new FailureMatch(candidate, changes));
    }

    /// What the text of a candidate alone tells against it.
    Optional<Verdict> objection(List<FileChange> changes) {
        return Weakening.of(changes, target.diagnosis()).map(why -> new Verdict.Regressed(List.of(), why));
    }

    /// Without tests a program that does less is not healed.
    Verdict untested(List<FileChange> changes, Verdict verdict) {
        boolean removable = SYNTAX.contains(target.diagnosis().exceptionType());
        return verdict instanceof Verdict.Plausible p && p.evidence().tier().compareTo(VerdictTier.TEST_PASSES) < 0 && !removable
                ? Removal.objection(changes).<Verdict>map(why -> new Verdict.Regressed(List.of(), why)).orElse(verdict) : verdict;
    }

    /// A quick verdict, by the warm interpreter where there is one.
    Verdict screen(CandidatePatch candidate, List<FileChange> changes, Cancellation cancellation) {
        Oracle oracle = oracle(candidate, changes);
        if (ground.program().isEmpty()) {
            return compileFault(changes, cancellation).orElseGet(() -> oracle.judge(readings.text(
                    benches.use(Need.ANY, bench -> bench.exact(subject.exact(), changes, limits(), cancellation)))));
        }
        ProgramRun whole = ground.program().get();
        if (worthPicking(whole)) {
            Answer answer = run(whole.only(asking, ground.root()), need(candidate), changes, cancellation);
            Optional<Verdict> fault = fault(answer);
            if (fault.isPresent()) {
                return fault.get();
            }
            Optional<Verdict> alone = oracle.failing(readings.reported(answer, true));
            if (alone.isPresent()) {
                return alone.get();
            }
        }
        Answer answer = run(whole, need(candidate), changes, cancellation);
        return fault(answer).orElseGet(() -> oracle.judge(readings.reported(answer, whole.runsTests())));
    }

    /// The failing tests by themselves are asked first where the whole takes long.
    private boolean worthPicking(ProgramRun whole) {
        return !asking.isEmpty() && whole.canPick() && asking.stream().noneMatch(TestIds::isImport)
                && ground.baseline().tally().collected() > FEW_TESTS && ground.reported().orElseThrow().outcome().duration().compareTo(SHORT) > 0;
    }

    /// A search asks for many runs; other sources have few candidates, most often one.
    private Need need(CandidatePatch candidate) {
        boolean takesLong = ground.reported().filter(trial -> trial.outcome().duration().compareTo(INSTANT) > 0).isPresent();
        return takesLong || candidate.source().startsWith("search:") ? Need.ANY : Need.SOON;
    }

    private Answer run(ProgramRun run, Need need, List<FileChange> changes, Cancellation cancellation) {
        return benches.use(need, bench -> {
            bench.prepare(ground.modules());
            return bench.program(run, changes, checked(changes), bench.isWarm() ? warmLimits() : limits(), cancellation);
        });
    }

    /// A file with several syntax errors gets better one by one, so there the run tells more than a compile check.
    private List<String> checked(List<FileChange> changes) {
        boolean syntax = SYNTAX.contains(target.diagnosis().exceptionType());
        return changes.stream().map(FileChange::file).filter(file -> file.endsWith(".py"))
                .filter(file -> !syntax || !file.equals(target.diagnosis().file())).toList();
    }

    private Optional<Verdict> fault(Answer answer) {
        return answer.report().compileFault().map(fault -> new Verdict.DoesNotCompile(fault.file(), fault.message()));
    }

    private Optional<Verdict> compileFault(List<FileChange> changes, Cancellation cancellation) {
        return fault(run(new ProgramRun("code", "pass", List.of(), Set.<Wish>of()), Need.ANY, changes, cancellation));
    }

    /// A candidate that hangs must not cost the whole time a run may take.
    Limits limits() {
        if (ground.baseline().outcome().ending() == RunOutcome.Ending.TIMED_OUT) {
            return subject.limits().withWallTime(ONCE_ENDLESS);
        }
        Duration enough = ground.baseline().outcome().duration().multipliedBy(3).plusSeconds(2);
        return enough.compareTo(subject.limits().wallTime()) < 0 ? subject.limits().withWallTime(enough) : subject.limits();
    }

    /// Kept warm, the program starts at once, so a hang shows much sooner.
    private Limits warmLimits() {
        if (ground.baseline().outcome().ending() == RunOutcome.Ending.TIMED_OUT) {
            return subject.limits().withWallTime(ONCE_ENDLESS_WARM);
        }
        Limits most = limits();
        Optional<Duration> enough = ground.reported().map(trial -> trial.outcome().duration().multipliedBy(8).plusMillis(800));
        return enough.filter(time -> time.compareTo(most.wallTime()) < 0).map(most::withWallTime).orElse(most);
    }
}
