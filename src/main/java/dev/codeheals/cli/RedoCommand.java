package dev.codeheals.cli;

import dev.codeheals.engine.heal.ReviewResult;
import dev.codeheals.wiring.Application;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// {@code redo}.
@Command(name = "redo", mixinStandardHelpOptions = true, description = "Applies again what was undone. Without ID the last one.",
        footer = {"", "Exit code: 0 applied; 1 refused.", "", "Example:", "  codeheals redo"})
final class RedoCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    @Parameters(paramLabel = "ID", arity = "0..1", defaultValue = "", description = "The envelope's id.")
    String id = "";

    RedoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Application application = data.open()) {
            ReviewResult result = application.reviews().redo(id);
            console.talk(result.message());
            return result.done() ? ExitCode.FINE : ExitCode.NOT_DONE;
        }
    }
}
