package dev.codeheals.ui.classify;

import dev.codeheals.engine.classify.Explanation;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.detect.StackFrame;
import java.util.List;

/// A failure found in pasted text, with all that is known of it.
///
/// @param frames outermost first
/// @param own    whether a frame is the project's own, in the order of the frames
/// @param rules  ids of the rules that may heal it without a model
public record Classified(Failure failure, SealedDiagnosis sealed, Explanation explanation, List<StackFrame> frames, List<Boolean> own,
                         List<String> rules) {
    public Classified {
        frames = List.copyOf(frames);
        own = List.copyOf(own);
        rules = List.copyOf(rules);
    }

    /// Where the innermost frame of the project stands; -1 if there is none.
    int innermost() {
        return own.lastIndexOf(true);
    }
}
