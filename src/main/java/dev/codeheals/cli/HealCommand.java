package dev.codeheals.cli;

import dev.codeheals.engine.heal.HealBudget;
import dev.codeheals.engine.heal.HealOrder;
import dev.codeheals.engine.heal.HealResult;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.wiring.Application;
import dev.codeheals.wiring.ApplicationOptions;
import dev.codeheals.wiring.HealSettings;
import dev.codeheals.wiring.ModelChoice;
import dev.codeheals.wiring.ProjectSession;
import dev.codeheals.wiring.ProjectUnusable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// {@code heal}: one heal of one project.
@Command(name = "heal", mixinStandardHelpOptions = true, description = {
    "Runs the command, finds the failure, and looks for a fix that makes the command pass.",
    "Without --apply the project is not touched: the fix waits for your review."},
    footer = {"", "Exit code: 0 passes, healed or proposed; 1 not healed; 3 breaker open; 5 Python or command not found.", "", "Examples:",
        "  codeheals heal . -- python3 -m unittest", "  codeheals heal ~/shop --apply --json -- python3 -m pytest -q tests/test_cart.py"})
final class HealCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    CommandSpec spec;

    @Mixin
    DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "DIR", description = "The project's folder.")
    Path folder = Path.of(".");

    @Parameters(index = "1..*", paramLabel = "COMMAND", description = "What fails, after --.")
    List<String> command = List.of();

    @Option(names = "--apply", description = "Write fixes that are sure enough. They can be undone.")
    boolean apply;

    @Option(names = "--json", description = "End with one JSON object on standard output.")
    boolean json;

    @Option(names = "--model", paramLabel = "NAME", defaultValue = "offline",
            description = "offline (default), anthropic, openai or compatible.")
    String model = "offline";

    @Option(names = "--base-url", paramLabel = "URL", description = "Address of a compatible model server.")
    @Nullable String baseUrl;

    @Option(names = "--model-name", paramLabel = "M", description = "Which model to ask.")
    @Nullable String modelName;

    @Option(names = "--budget", paramLabel = "TIME", defaultValue = "60s", description = "Longest time for the heal: 90s, 5m. Default: 60s.")
    String budget = "60s";

    @Option(names = "--min-confidence", paramLabel = "P", defaultValue = "0.8",
            description = "How probable a fix must be to count as good enough. Default: 0.8.")
    double minConfidence = 0.8;

    HealCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Duration time = Durations.parse(budget).orElseThrow(() -> new ParameterException(spec.commandLine(),
                "--budget: " + budget + " is not a time. Write 90s or 5m."));
        if (!(minConfidence >= 0 && minConfidence <= 1)) {
            throw new ParameterException(spec.commandLine(), "--min-confidence must lie between 0 and 1.");
        }
        ModelChoice choice = ModelChoice.of(model, baseUrl, modelName).orElseThrow(() -> new ParameterException(spec.commandLine(),
                "--model must be offline, anthropic, openai or compatible (which needs --base-url), and --base-url an http or https address."));
        if (command.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "The command is missing. Write it after --, as in: codeheals heal . -- python3 main.py");
        }
        try (Application application = DataOption.open(new ApplicationOptions(data.chosen(), choice))) {
            application.tell(console::problem);
            ProjectSession session = application.session(folder);
            Cancellation cancellation = new Cancellation();
            Runtime.getRuntime().addShutdownHook(Thread.ofVirtual().unstarted(cancellation::cancel));
            HealSettings settings = new HealSettings(HealBudget.STANDARD.withWallTime(time), minConfidence,
                    apply ? HealOrder.Promotion.APPLY : HealOrder.Promotion.REVIEW);
            HealResult result = session.healNow(new dev.codeheals.engine.run.Command(command), settings, cancellation, new HealTalk(console));
            return finish(result);
        } catch (ProjectUnusable problem) {
            if (json) {
                console.answer(HealJson.problem(problem.getMessage()));
            }
            throw new PlainProblem(problem.environment() ? ExitCode.ENVIRONMENT : ExitCode.USAGE, problem.getMessage());
        }
    }

    private int finish(HealResult result) {
        if (json) {
            console.answer(HealJson.of(result));
        } else {
            if (!result.patch().isEmpty()) {
                console.answerPatch(result.patch());
            }
            console.talk(result.message());
            HealTalk.approvals(result).forEach(line -> console.talk("To apply it: " + line));
        }
        return switch (result.outcome()) {
            case HEALED, PROPOSED, ALREADY_PASSING -> ExitCode.FINE;
            case NOT_HEALED -> ExitCode.NOT_DONE;
            case BLOCKED -> ExitCode.BREAKER_OPEN;
            case ERROR -> ExitCode.ENVIRONMENT;
        };
    }
}
