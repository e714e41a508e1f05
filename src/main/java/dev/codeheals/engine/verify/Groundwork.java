package dev.codeheals.engine.verify;

import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.run.Limits;
import dev.codeheals.engine.run.RunOutcome;
import dev.codeheals.engine.verify.ProgramRun.Wish;
import dev.codeheals.engine.verify.WarmServer.Answer;
import dev.codeheals.engine.verify.Workbenches.Need;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// What is known of the project before any candidate.
///
/// @param baseline what the user's command does
/// @param exact    its cold run
/// @param reported the same by the application's own runner; empty where the command does not start Python
/// @param program  how to run it again by that runner; empty where its runs do not agree with the command's
/// @param root     the folder pytest's ids start at, relative to the project; empty for the project itself
/// @param modules  modules its runs import that are not the project's, in the order of import, and the test runner they use
/// @param facts    what the failing run looked like from inside, as JSON; empty where that could not be seen
/// @param waits    whether its run mostly waits for something else than the processor, so that many can run at once
record Groundwork(Baseline baseline, Trial exact, Optional<Trial> reported, Optional<ProgramRun> program, String root,
                  Set<String> modules, Optional<String> facts, boolean waits) {

    private static final Duration NOTICEABLE = Duration.ofMillis(100);
    private static final Set<Wish> PLAIN = Set.of(Wish.MODULES, Wish.BYTECODE);
    private static final Set<Wish> WATCHED = Set.of(Wish.MODULES, Wish.BYTECODE, Wish.FACTS);

    /// How to run the user's command.
    record Subject(Command exact, Optional<ProgramRun> program, Limits limits) {}

    /// Runs the unchanged project: cold as the user does, and at the same time watched by the application's own runner.
    static Groundwork lay(Workbenches benches, Subject subject, Readings readings, Cancellation cancellation) {
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Trial> cold = CompletableFuture.supplyAsync(() -> exact(benches, subject, readings, cancellation), both);
            Optional<CompletableFuture<Answer>> own = subject.program()
                    .map(run -> CompletableFuture.supplyAsync(() -> program(benches, run.with(WATCHED), subject.limits(), cancellation), both));
            Trial exact = join(cold);
            Optional<Answer> answer = own.map(Groundwork::join);
            return answer.isEmpty() ? textOnly(exact, false) : compared(exact, answer.get(), benches, subject, readings, cancellation);
        }
    }

    private static Trial exact(Workbenches benches, Subject subject, Readings readings, Cancellation cancellation) {
        return readings.text(benches.use(Need.COLD, bench -> bench.exact(subject.exact(), List.of(), subject.limits(), cancellation)));
    }

    private static Answer program(Workbenches benches, ProgramRun run, Limits limits, Cancellation cancellation) {
        return benches.use(Need.ANY, bench -> {
            bench.prepare(runner(run));
            return bench.program(run, List.of(), List.of(), limits, cancellation);
        });
    }

    private static Groundwork compared(Trial exact, Answer answer, Workbenches benches, Subject subject, Readings readings, Cancellation cancellation) {
        ProgramRun run = subject.program().orElseThrow();
        if (exact.outcome().ending() == RunOutcome.Ending.TIMED_OUT) {
            // To see it hang once more would tell nothing new.
            boolean both = answer.outcome().ending() == RunOutcome.Ending.TIMED_OUT;
            return both ? known(exact, Optional.of(run), answer, false, readings) : textOnly(exact, false);
        }
        if (readings.agree(exact, readings.reported(answer, run.runsTests()))) {
            return known(exact, Optional.of(run), answer, false, readings);
        }
        // Some programs behave differently when they are watched.
        Answer unwatched = program(benches, run.with(PLAIN), subject.limits(), cancellation);
        if (readings.agree(exact, readings.reported(unwatched, run.runsTests()))) {
            return known(exact, Optional.of(run), unwatched, false, readings);
        }
        // Either the program is of two minds or the warm interpreter is not like a cold one: one more cold run tells.
        Trial again = exact(benches, subject, readings, cancellation);
        boolean steady = readings.agree(exact, again);
        return steady ? known(exact, Optional.empty(), unwatched, false, readings) : known(exact, Optional.of(run), unwatched, true, readings);
    }

    private static Groundwork known(Trial exact, Optional<ProgramRun> program, Answer answer, boolean flaky, Readings readings) {
        Trial reported = readings.reported(answer, program.filter(ProgramRun::runsTests).isPresent());
        TestTally tally = reported.report() == Trial.Report.TEXT || program.isEmpty() ? exact.tests() : reported.tests();
        return new Groundwork(new Baseline(exact.outcome(), exact.failures(), tally, flaky), exact, Optional.of(reported), program,
                answer.report().root(), modules(answer), answer.report().facts(), waits(answer));
    }

    private static Groundwork textOnly(Trial exact, boolean flaky) {
        return new Groundwork(new Baseline(exact.outcome(), exact.failures(), exact.tests(), flaky), exact, Optional.empty(), Optional.empty(), "", Set.of(), Optional.empty(), false);
    }

    private static boolean waits(Answer answer) {
        Duration took = answer.outcome().duration();
        return took.compareTo(NOTICEABLE) > 0 && answer.busy().filter(busy -> busy.multipliedBy(2).compareTo(took) < 0).isPresent();
    }

    private static Set<String> runner(ProgramRun run) {
        return run.mode().equals("unittest") ? Set.of("unittest") : run.runsTests() ? Set.of("pytest") : Set.of();
    }

    private static Set<String> modules(Answer answer) {
        Set<String> modules = new LinkedHashSet<>(answer.report().modules());
        if (!answer.report().collected().isEmpty() && !modules.contains("pytest")) {
            modules.add("unittest");
        }
        return modules;
    }

    static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
