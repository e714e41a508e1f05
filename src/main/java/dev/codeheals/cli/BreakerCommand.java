package dev.codeheals.cli;

import dev.codeheals.engine.breaker.BreakerChange;
import dev.codeheals.engine.breaker.BreakerSnapshot;
import dev.codeheals.engine.breaker.BreakerState;
import dev.codeheals.engine.breaker.CircuitBreaker;
import dev.codeheals.engine.score.Certainty;
import dev.codeheals.wiring.Application;
import dev.codeheals.wiring.ProjectUnusable;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// {@code breaker}: what stops healing that keeps failing, seen and moved without a screen.
@Command(name = "breaker", mixinStandardHelpOptions = true, description = "Shows the circuit breaker of a project, stops healing, or lets it go on.",
        footer = {"", "Examples:", "  codeheals breaker", "  codeheals breaker stop . --reason \"the database is being moved\"",
            "  codeheals breaker reset . --reason \"it is back\""})
final class BreakerCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    BreakerCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return show(data, Path.of("."));
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Its state, its measure, its families and its last changes.")
    int show(@Mixin DataOption options, @Parameters(paramLabel = "DIR", defaultValue = ".") Path folder) {
        return with(options, folder, _ -> { });
    }

    @Command(name = "stop", mixinStandardHelpOptions = true, description = "Stops healing in this project until it is reset.")
    int stop(@Mixin DataOption options, @Parameters(paramLabel = "DIR", defaultValue = ".") Path folder,
             @Option(names = "--reason", required = true, description = "Why, for whoever meets it.") String reason) {
        return with(options, folder, breaker -> breaker.forceOpen(reason));
    }

    @Command(name = "reset", mixinStandardHelpOptions = true, description = "Lets healing go on and forgets the failures so far.")
    int reset(@Mixin DataOption options, @Parameters(paramLabel = "DIR", defaultValue = ".") Path folder,
              @Option(names = "--reason", required = true, description = "Why, for whoever meets it.") String reason) {
        return with(options, folder, breaker -> breaker.reset(reason));
    }

    private int with(DataOption options, Path folder, Consumer<CircuitBreaker> change) {
        try (Application application = options.open()) {
            application.tell(console::problem);
            CircuitBreaker breaker = application.session(folder).breaker();
            change.accept(breaker);
            print(breaker.snapshot());
            return ExitCode.FINE;
        } catch (ProjectUnusable problem) {
            throw new PlainProblem(ExitCode.USAGE, problem.getMessage());
        }
    }

    private void print(BreakerSnapshot now) {
        String wait = now.state() == BreakerState.OPEN ? ", tries again in " + now.remaining().plusMillis(999).toSeconds() + " s" : "";
        String rate = now.measured() ? "; " + Certainty.percent(now.failureRate()) + " of the last " + now.window().size()
                + " attempts failed, it opens at " + Certainty.percent(now.threshold()) : "; " + now.window().size() + " attempts, too few to judge";
        console.answer(word(now.state()) + wait + (now.state() == BreakerState.FORCED_OPEN ? "" : rate));
        now.families().forEach((family, seen) -> console.answer(String.format(Locale.ROOT, "  %-6s %d of %d failed", family, seen.failures(),
                seen.attempts())));
        for (BreakerChange change : now.history().reversed()) {
            console.answer(change.at() + "  " + word(change.from()) + " to " + word(change.to()) + ": " + change.reason());
        }
    }

    private static String word(BreakerState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
