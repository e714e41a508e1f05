package dev.codeheals.cli;

import dev.codeheals.engine.heal.HealBudget;
import dev.codeheals.engine.heal.HealOrder;
import dev.codeheals.engine.heal.HealResult;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.project.SampleProject;
import dev.codeheals.wiring.Application;
import dev.codeheals.wiring.HealSettings;
import dev.codeheals.wiring.ProjectSession;
import dev.codeheals.wiring.ProjectUnusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// {@code demo}: heals the bundled sample project before the user's eyes.
@Command(name = "demo", mixinStandardHelpOptions = true, description = {"Copies the bundled sample project and heals it before your eyes:",
    "in a window where there is a display, in the terminal where there is none."},
    footer = {"", "Exit code: 0 healed; 1 not healed.", "", "Examples:", "  codeheals demo", "  codeheals demo --terminal"})
final class DemoCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--terminal", description = "Stay in the terminal.")
    boolean terminal;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!terminal && Desktop.available()) {
            return Desktop.open(List.of("--demo", "--data", data.chosen().toString()));
        }
        if (!terminal) {
            console.talk("No display was found, so the demo runs in the terminal.");
        }
        Path folder = SampleProject.copyTo(Files.createTempDirectory("codeheals-sample"));
        console.talk("A copy of the sample project, with three bugs in it: " + folder);
        try (Application application = data.open()) {
            application.tell(console::problem);
            ProjectSession session = application.session(folder);
            HealSettings settings = new HealSettings(HealBudget.STANDARD, HealSettings.GOOD_ENOUGH, HealOrder.Promotion.APPLY);
            HealResult result = session.healNow(session.suggestedCommands().getFirst(), settings, new Cancellation(), new HealTalk(console));
            console.answerPatch(result.patch());
            console.talk(result.message());
            console.talk("Nothing but that copy was changed. Next: codeheals heal YOUR_FOLDER -- YOUR COMMAND");
            return result.outcome() == HealResult.HealOutcome.HEALED ? ExitCode.FINE : ExitCode.NOT_DONE;
        } catch (ProjectUnusable problem) {
            throw new PlainProblem(problem.environment() ? ExitCode.ENVIRONMENT : ExitCode.USAGE, problem.getMessage());
        }
    }
}
