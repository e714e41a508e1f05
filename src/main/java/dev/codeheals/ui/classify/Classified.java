package dev.codeheals.ui.classify;

import dev.codeheals.engine.classify.Explanation;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.detect.StackFrame;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A failure found in pasted text, with all that is known of it.
///
/// @param frames outermost first
/// @param own    whether a frame is the project's own, in the order of the frames
/// @param rules  ids of the rules that may heal it without a model
/// @param excerpts the source around frames, where it is known
public record Classified(Failure failure, SealedDiagnosis sealed, Explanation explanation, List<StackFrame> frames, List<Boolean> own,
                         List<String> rules, Map<StackFrame, Excerpt> excerpts) {
    public Classified {
        frames = List.copyOf(frames);
        own = List.copyOf(own);
        rules = List.copyOf(rules);
        excerpts = Map.copyOf(excerpts);
    }

    /// The same with the source around the project's own frames, as far as it is still what was run. Reads files.
    public Classified withSource(Path project) {
        Map<StackFrame, Excerpt> read = new HashMap<>();
        for (int i = 0; i < frames.size(); i++) {
            if (own.get(i)) {
                StackFrame frame = frames.get(i);
                Excerpt.of(project, frame).ifPresent(excerpt -> read.put(frame, excerpt));
            }
        }
        return new Classified(failure, sealed, explanation, frames, own, rules, read);
    }

    /// Where the innermost frame of the project stands; -1 if there is none.
    int innermost() {
        return own.lastIndexOf(true);
    }
}
