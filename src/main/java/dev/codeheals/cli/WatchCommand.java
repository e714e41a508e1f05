package dev.codeheals.cli;

import dev.codeheals.engine.heal.HealOrder;
import dev.codeheals.engine.heal.HealingEvent;
import dev.codeheals.project.ProjectSettings;
import dev.codeheals.wiring.Application;
import dev.codeheals.wiring.HealSettings;
import dev.codeheals.wiring.ProjectSession;
import dev.codeheals.wiring.ProjectUnusable;
import dev.codeheals.wiring.Subscription;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
    footer = {"", "Example:", "  codeheals watch . -- python3 -m pytest -q"})
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
        try (Application application = data.open()) {
            application.notices().forEach(console::problem);
            ProjectSession session = application.session(folder);
            ProjectSettings settings = session.settings();
            session.update(settings.withTrusted(true).withCommand(typed.display()).withAuto(auto));
            if (auto && !session.isolation().allowsAuto()) {
                console.problem("No sandbox on this machine, so fixes wait for your review. See: codeheals doctor");
            }
            HealTalk talk = new HealTalk(console);
            try (Subscription _ = session.listen(event -> {
                talk.accept(event);
                if (event instanceof HealingEvent.Ended ended) {
                    console.talk(ended.result().message());
                }
            })) {
                session.watch(true);
                session.heal(typed, HealSettings.REVIEW.withPromotion(auto ? HealOrder.Promotion.AUTO : HealOrder.Promotion.REVIEW));
                console.talk("watching " + session.settings().root() + ". Stop with Ctrl+C.");
                new CountDownLatch(1).await();
            }
        } catch (ProjectUnusable problem) {
            throw new PlainProblem(problem.environment() ? ExitCode.ENVIRONMENT : ExitCode.USAGE, problem.getMessage());
        }
        return ExitCode.FINE;
    }
}
