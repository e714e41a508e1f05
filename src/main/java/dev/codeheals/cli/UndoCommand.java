package dev.codeheals.cli;

import dev.codeheals.engine.heal.ReviewResult;
import dev.codeheals.wiring.Application;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// {@code undo}.
@Command(name = "undo", mixinStandardHelpOptions = true, description = "Takes back a promotion, byte for byte. Without ID the last one.",
        footer = {"", "Exit code: 0 undone; 1 refused.", "", "Examples:", "  codeheals undo", "  codeheals undo 0192f0c1-2c4e-7d7a-9f57-3c1c7c6b3f10"})
final class UndoCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    @Parameters(paramLabel = "ID", arity = "0..1", defaultValue = "", description = "The envelope's id.")
    String id = "";

    UndoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Application application = data.open()) {
            ReviewResult result = application.reviews().undo(id);
            console.talk(result.message());
            return result.done() ? ExitCode.FINE : ExitCode.NOT_DONE;
        }
    }
}
