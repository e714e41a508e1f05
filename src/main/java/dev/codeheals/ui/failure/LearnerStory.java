package dev.codeheals.ui.failure;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.detect.StackFrame;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.ui.classify.Classified;
import dev.codeheals.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;

/// The failure told step by step to someone who is learning: what Python was doing, why it stopped, what the fix does, how it was proven.
final class LearnerStory {
    private LearnerStory() {}

    static List<String> of(Texts texts, FailureViewModel.Story story) {
        List<String> steps = new ArrayList<>();
        Classified classified = story.classified();
        Diagnosis diagnosis = story.envelope().sealed().diagnosis();
        if (classified != null) {
            way(texts, classified, steps);
        }
        steps.add(texts.get("learn.stopped", diagnosis.exceptionType(), diagnosis.message()));
        steps.add(classified == null ? diagnosis.hint() : classified.explanation().explain());
        Envelope fix = story.attempts().stream().filter(a -> !a.fixDiff().isBlank()).reduce((_, b) -> b).orElse(null);
        if (fix == null) {
            steps.add(texts.get("learn.hint", diagnosis.hint()));
        } else {
            steps.add(texts.get("learn.fix", fix.fixDescription(), String.join(", ", fix.baseHashes().keySet())));
            steps.add(texts.get("learn.proof", fix.verdict().summary()));
        }
        steps.add(texts.get("learn.next"));
        return List.copyOf(steps);
    }

    private static void way(Texts texts, Classified classified, List<String> steps) {
        List<StackFrame> own = new ArrayList<>();
        for (int i = 0; i < classified.frames().size(); i++) {
            if (classified.own().get(i)) {
                own.add(classified.frames().get(i));
            }
        }
        if (own.isEmpty()) {
            return;
        }
        StackFrame last = own.getLast();
        steps.add(texts.get("learn.where", name(texts, last), String.valueOf(last.file()), String.valueOf(last.line())));
        if (own.size() > 1) {
            List<String> names = own.stream().map(frame -> name(texts, frame)).toList();
            steps.add(texts.get("learn.way", String.join(" → ", names)));
        }
    }

    private static String name(Texts texts, StackFrame frame) {
        return frame.function().isEmpty() || frame.function().equals("<module>") ? texts.get("learn.top") : frame.function();
    }
}
