package dev.codeheals.ui.classify;

import dev.codeheals.engine.classify.ProjectPaths;
import dev.codeheals.engine.classify.ReBanker;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.detect.FailureScanner;
import dev.codeheals.engine.detect.StackFrame;
import dev.codeheals.engine.repair.rule.RepairRule;
import dev.codeheals.engine.repair.rule.RuleBook;
import java.util.List;
import java.util.Map;

/// Finds and explains every failure in a text.
public record Classification(ReBanker reBanker) {
    private static final RuleBook RULES = RuleBook.standard(_ -> { });

    public List<Classified> of(String text, ProjectPaths paths) {
        return FailureScanner.scan(text).stream().map(failure -> of(failure, paths)).toList();
    }

    private Classified of(Failure failure, ProjectPaths paths) {
        List<StackFrame> frames = ReBanker.frames(failure, paths);
        SealedDiagnosis sealed = reBanker.classify(failure, paths);
        return new Classified(failure, sealed, reBanker.explain(failure, paths), frames, frames.stream().map(paths::owns).toList(),
                RULES.answering(sealed.diagnosis().errorCode()).stream().map(RepairRule::id).toList(), Map.of());
    }
}
