package dev.codeheals.cli;

import dev.codeheals.engine.heal.ReviewDesk;
import dev.codeheals.engine.heal.ReviewResult;
import picocli.CommandLine.Command;

/// {@code undo}.
@Command(name = "undo", mixinStandardHelpOptions = true, description = "Takes back a promotion, byte for byte. Without ID the last one.",
        footer = {"", "Exit code: 0 undone; 1 refused.", "", "Examples:", "  codeheals undo", "  codeheals undo 0192f0c1-2c4e-7d7a-9f57-3c1c7c6b3f10"})
final class UndoCommand extends StepCommand {
    UndoCommand(Console console) {
        super(console);
    }

    @Override
    ReviewResult step(ReviewDesk reviews, String id) {
        return reviews.undo(id);
    }
}
