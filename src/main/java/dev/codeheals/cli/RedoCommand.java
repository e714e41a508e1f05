package dev.codeheals.cli;

import dev.codeheals.engine.heal.ReviewDesk;
import dev.codeheals.engine.heal.ReviewResult;
import picocli.CommandLine.Command;

/// {@code redo}.
@Command(name = "redo", mixinStandardHelpOptions = true, description = "Applies again what was undone. Without ID the last one.",
        footer = {"", "Exit code: 0 applied; 1 refused.", "", "Examples:", "  codeheals redo", "  codeheals redo 0192f0c1-2c4e-7d7a-9f57-3c1c7c6b3f10"})
final class RedoCommand extends StepCommand {
    RedoCommand(Console console) {
        super(console);
    }

    @Override
    ReviewResult step(ReviewDesk reviews, String id) {
        return reviews.redo(id);
    }
}
