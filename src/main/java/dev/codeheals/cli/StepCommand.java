package dev.codeheals.cli;

import dev.codeheals.engine.heal.ReviewDesk;
import dev.codeheals.engine.heal.ReviewResult;
import dev.codeheals.wiring.Application;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// A step back or forth in what was promoted: of one envelope, or the last one.
abstract class StepCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    @Parameters(paramLabel = "ID", arity = "0..1", defaultValue = "", description = "The envelope's id.")
    String id = "";

    StepCommand(Console console) {
        this.console = console;
    }

    /// @param id empty for the last one
    abstract ReviewResult step(ReviewDesk reviews, String id);

    @Override
    public final Integer call() {
        try (Application application = data.open()) {
            application.tell(console::problem);
            ReviewResult result = step(application.reviews(), id);
            console.talk(result.message());
            return result.done() ? ExitCode.FINE : ExitCode.NOT_DONE;
        }
    }
}
