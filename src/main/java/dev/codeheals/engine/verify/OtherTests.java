package dev.codeheals.engine.verify;

import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Interpreter;
import dev.codeheals.engine.run.Limits;
import dev.codeheals.engine.verify.WarmServer.Answer;
import dev.codeheals.engine.verify.Workbenches.Need;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The project's tests that the user's command does not run: a second opinion where the command is a script or a few tests.
final class OtherTests {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Workbenches benches;
    private final Readings readings;
    private final ProgramRun run;
    private Optional<TestTally> before = Optional.empty();
    private boolean asked;

    private OtherTests(Workbenches benches, Readings readings, ProgramRun run) {
        this.benches = benches;
        this.readings = readings;
        this.run = run;
    }

    /// Those tests and how to run them; empty where the command runs all there are or there are none.
    static Optional<OtherTests> of(ProjectSnapshot project, Interpreter python, Groundwork ground, Workbenches benches, Readings readings) {
        TestFiles tests = TestFiles.of(project);
        boolean reports = ground.reported().filter(trial -> trial.report() == Trial.Report.COMPLETE && trial.tests().collected() > 0).isPresent();
        if (tests.files().isEmpty() || ground.program().isEmpty() || tests.areAllRunBy(ground.program().get(), reports)) {
            return Optional.empty();
        }
        boolean pytest = python.hasPytest() && !tests.areFoundByUnittest();
        return Optional.of(new OtherTests(benches, readings, pytest ? new ProgramRun("pytest", "", List.of("-q"), Set.of())
                : new ProgramRun("unittest", "", discovery(tests.files()), Set.of())));
    }

    private static List<String> discovery(List<String> files) {
        String first = files.getFirst();
        int slash = first.indexOf('/');
        return slash < 0 ? List.of() : List.of("discover", "-s", first.substring(0, slash), "-t", ".");
    }

    /// What they did before and with a candidate.
    record Finding(TestTally before, TestTally after) {
        List<String> lost() {
            List<String> lost = new ArrayList<>(before.passed());
            lost.removeAll(after.passed());
            lost.sort(null);
            return lost;
        }

        TestTally joinedBefore(TestTally own) {
            return joined(own, before);
        }

        TestTally joinedAfter(TestTally own) {
            return joined(own, after);
        }

        /// A test that the command runs, too, counts once, whatever the other runner calls it.
        private static TestTally joined(TestTally own, TestTally other) {
            Set<String> known = new HashSet<>();
            Stream.of(own.passed(), own.failed(), own.skipped()).flatMap(Set::stream).map(TestIds::dotted).forEach(known::add);
            return new TestTally(union(own.passed(), other.passed(), known), union(own.failed(), other.failed(), known),
                    union(own.skipped(), other.skipped(), known));
        }

        private static Set<String> union(Set<String> own, Set<String> other, Set<String> known) {
            Set<String> all = new HashSet<>(own);
            other.stream().filter(id -> !TestIds.isAmong(known, id)).forEach(all::add);
            return all;
        }
    }

    /// Runs them with a candidate; empty where they cannot be run or there is nothing to compare with.
    Optional<Finding> with(List<FileChange> changes, Limits limits, Cancellation cancellation) {
        Limits enough = limits.withWallTime(LONGEST);
        return before(enough, cancellation).flatMap(old -> tally(changes, enough, cancellation).map(now -> new Finding(old, now)));
    }

    private synchronized Optional<TestTally> before(Limits limits, Cancellation cancellation) {
        if (!asked) {
            asked = true;
            before = tally(List.of(), limits, cancellation);
        }
        return before;
    }

    private Optional<TestTally> tally(List<FileChange> changes, Limits limits, Cancellation cancellation) {
        Answer answer = benches.use(Need.SOON, bench -> bench.program(run, changes, List.of(), limits, cancellation));
        Trial trial = readings.reported(answer, true);
        return trial.report() == Trial.Report.COMPLETE && trial.tests().collected() > 0 ? Optional.of(trial.tests()) : Optional.empty();
    }
}
