package dev.codeheals.cli;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.guard.InvisibleText;
import dev.codeheals.engine.heal.ReviewResult;
import dev.codeheals.engine.score.Certainty;
import dev.codeheals.wiring.Application;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// {@code review}: the queue of fixes that wait for a person.
@Command(name = "review", mixinStandardHelpOptions = true, description = "Lists, shows, approves or rejects fixes that wait for you.",
        footer = {"", "Examples:", "  codeheals review", "  codeheals review show ID", "  codeheals review approve ID",
            "  codeheals review reject ID --reason \"not how we do it\"", "", "Exit code: 0 done; 1 refused or unknown."})
final class ReviewCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    ReviewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return list(data);
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Fixes that wait, newest first.")
    int list(@Mixin DataOption options) {
        try (Application application = options.open()) {
            application.tell(console::problem);
            List<Envelope> waiting = application.reviews().waiting();
            if (waiting.isEmpty()) {
                console.talk("No fix waits for you.");
            }
            for (Envelope envelope : waiting) {
                String confidence = envelope.confidence() == null ? "  - " : Certainty.digits(envelope.confidence().overall());
                console.answer(InvisibleText.reveal(envelope.envelopeId() + "  " + confidence + "  " + envelope.fixDescription() + "  ["
                        + envelope.sealed().diagnosis().clusterId() + "]  " + envelope.project()));
            }
            return ExitCode.FINE;
        }
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows one fix with its evidence.")
    int show(@Mixin DataOption options, @Parameters(paramLabel = "ID") String id) {
        try (Application application = options.open()) {
            application.tell(console::problem);
            Envelope envelope = application.journal().find(id).orElseThrow(() -> unknown(id));
            console.talk(InvisibleText.reveal(envelope.sealed().diagnosis().exceptionType() + ": " + envelope.sealed().diagnosis().message()));
            console.talk(InvisibleText.reveal(envelope.reason()));
            console.talk(envelope.verdict().summary());
            if (envelope.confidence() != null) {
                console.talk("Confidence " + Certainty.digits(envelope.confidence().overall()) + ": " + envelope.confidence().why());
            }
            console.answerPatch(envelope.fixDiff());
            return ExitCode.FINE;
        }
    }

    @Command(name = "approve", mixinStandardHelpOptions = true, description = "Writes the fix to the project. It can be undone.")
    int approve(@Mixin DataOption options, @Parameters(paramLabel = "ID") String id,
                @Option(names = "--sure", description = "Also a fix that holds characters which cannot be seen, or letters that look like others.") boolean sure) {
        return decide(options, application -> {
            ReviewResult first = application.reviews().approve(id, Map.of());
            return first.done() || !sure ? first : application.reviews().approve(id, Map.of());
        });
    }

    @Command(name = "reject", mixinStandardHelpOptions = true, description = "Refuses the fix; it counts against its source.")
    int reject(@Mixin DataOption options, @Parameters(paramLabel = "ID") String id,
               @Option(names = "--reason", defaultValue = "", description = "Why.") String reason) {
        return decide(options, application -> application.reviews().reject(id, reason));
    }

    private int decide(DataOption options, Function<Application, ReviewResult> decision) {
        try (Application application = options.open()) {
            application.tell(console::problem);
            ReviewResult result = decision.apply(application);
            console.talk(result.message());
            return result.done() ? ExitCode.FINE : ExitCode.NOT_DONE;
        }
    }

    static PlainProblem unknown(String id) {
        return new PlainProblem(ExitCode.NOT_DONE, "There is no envelope " + id + ". See: codeheals review list");
    }
}
