package dev.codeheals.engine.score;

import dev.codeheals.engine.verify.Evidence;
import dev.codeheals.engine.verify.VerdictTier;

/// How sound the patch is as code: `compiles · (0.5 + 0.5 · 6 / (6 + extra))`.
///
/// `compiles` is 0 or 1; `extra` counts changed lines beyond the first three and five for each file beyond the first. Large patches
/// rewrite code the failure never asked to change: the best models pass 76 % of tests with fewer than 45 % of their edits needed.
final class SyntaxSignal {
    private static final int FREE_LINES = 3;
    private static final int LINES_PER_FILE = 5;
    private static final double HALF_AT = 6;

    private SyntaxSignal() {}

    static Signal of(EditShape shape, Evidence evidence) {
        if (evidence.tier() == VerdictTier.NONE) {
            return new Signal(0, "does not compile");
        }
        int extra = Math.max(0, shape.changedLines() - FREE_LINES) + LINES_PER_FILE * (shape.files() - 1);
        String size = shape.changedLines() == 1 ? "one line" : shape.changedLines() + " lines";
        return new Signal(0.5 + 0.5 * HALF_AT / (HALF_AT + extra), "compiles, " + size + " changed");
    }
}
