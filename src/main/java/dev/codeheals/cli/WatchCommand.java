package dev.codeheals.cli;

import dev.codeheals.engine.heal.HealOrder;
import dev.codeheals.project.ProjectSettings;
import dev.codeheals.wiring.Application;
import dev.codeheals.wiring.HealSettings;
import dev.codeheals.wiring.ProjectSession;
import dev.codeheals.wiring.ProjectUnusable;
import dev.codeheals.wiring.Subscription;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// {@code watch}: runs the command whenever the project changes, and heals what fails.
@Command(name = "watch", mixinStandardHelpOptions = true, description = {
    "Runs the command now and after every change, and heals what fails.", "Stop it with Ctrl+C."},
    footer = {"", "Exit code: 0 on interrupt; 5 Python not found.", "", "Examples:", "  codeheals watch . -- python3 -m pytest -q",
        "  codeheals watch ~/shop --auto -- python3 -m unittest"})
final class WatchCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    CommandSpec spec;

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--auto", description = "Apply sure, tested fixes without asking. They can be undone.")
    boolean auto;

    @Parameters(index = "0", paramLabel = "DIR", description = "The project's folder.")
    Path folder = Path.of(".");

    @Parameters(index = "1..*", paramLabel = "COMMAND", description = "What to run, after --.")
    List<String> command = List.of();

    WatchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (command.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "The command is missing. Write it after --, as in: codeheals watch . -- python3 main.py");
        }
        dev.codeheals.engine.run.Command typed = new dev.codeheals.engine.run.Command(command);
        Interrupt interrupt = Interrupt.listen();
        try (Application application = data.open()) {
            application.tell(console::problem);
            ProjectSession session = application.session(folder);
            ProjectSettings settings = session.settings();
            session.update(settings.withTrusted(true).withCommand(typed.display()).withAuto(auto));
            if (auto && !session.isolation().allowsAuto()) {
                console.problem("No sandbox on this machine, so fixes wait for your review. See: codeheals doctor");
            }
            WatchTalk talk = new WatchTalk(console, InstantSource.system(), ZoneId.systemDefault());
            try (Subscription _ = session.listen(talk)) {
                session.watch(true);
                console.talk("watching " + session.settings().root() + ". Stop with Ctrl+C.");
                var _ = session.heal(typed, HealSettings.REVIEW.withPromotion(auto ? HealOrder.Promotion.AUTO : HealOrder.Promotion.REVIEW)).result()
                        .whenComplete((_, broken) -> {
                            if (broken != null) {
                                talk.problem(broken.getCause() == null ? broken : broken.getCause());
                            }
                        });
                interrupt.await();
                talk.end();
            }
        } catch (ProjectUnusable problem) {
            throw new PlainProblem(problem.environment() ? ExitCode.ENVIRONMENT : ExitCode.USAGE, problem.getMessage());
        }
        return ExitCode.FINE;
    }
}
