package dev.codeheals.ui.classify;

import dev.codeheals.engine.classify.ProjectPaths;
import dev.codeheals.engine.classify.ReBanker;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.detect.FailureScanner;
import dev.codeheals.engine.detect.StackFrame;
import java.util.List;

/// Finds and explains every failure in a text.
public record Classification(ReBanker reBanker) {

    public List<Classified> of(String text, ProjectPaths paths) {
        return FailureScanner.scan(text).stream().map(failure -> of(failure, paths)).toList();
    }

    private Classified of(Failure failure, ProjectPaths paths) {
        List<StackFrame> frames = ReBanker.frames(failure, paths);
        return new Classified(failure, reBanker.classify(failure, paths), reBanker.explain(failure, paths), frames,
                frames.stream().map(paths::owns).toList());
    }
}
