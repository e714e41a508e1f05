package dev.codeheals.engine.context;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.knowledge.KnowledgeBase;
import dev.codeheals.engine.knowledge.PatternQuery;
import dev.codeheals.engine.knowledge.SuccessPattern;
import dev.codeheals.engine.score.Certainty;
import java.time.ZoneOffset;
import java.util.List;

/// The proven fixes for a diagnosis, with where each comes from, as text.
public final class SuccessContext {
    private static final int PATTERNS = 5;
    private static final int LARGEST = 4_000;
    private static final int DIFF_LINES = 12;
    private static final int PROVENANCE = 3;

    private SuccessContext() {}

    /// The text; empty where nothing is known.
    public static String of(Diagnosis diagnosis, String project, KnowledgeBase knowledge) {
        List<SuccessPattern> patterns = knowledge.lookup(PatternQuery.of(diagnosis.errorCode(), diagnosis.clusterId(), project));
        if (patterns.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("Fixes that held for failures like ").append(diagnosis.clusterId()).append(", best first:\n");
        int number = 1;
        for (SuccessPattern pattern : patterns.subList(0, Math.min(PATTERNS, patterns.size()))) {
            text.append(number++).append(". ").append(Words.line(entry(pattern, diagnosis), 240)).append('\n');
            List<String> envelopes = knowledge.provenance(pattern.id());
            if (!envelopes.isEmpty()) {
                text.append("   from ").append(String.join(", ", envelopes.subList(0, Math.min(PROVENANCE, envelopes.size()))))
                        .append(envelopes.size() > PROVENANCE ? " and " + (envelopes.size() - PROVENANCE) + " more" : "").append('\n');
            }
            diff(pattern.fixDiff(), text);
        }
        return Words.bounded(text.toString(), LARGEST);
    }

    private static String entry(SuccessPattern pattern, Diagnosis diagnosis) {
        String where = pattern.clusterId().equals(diagnosis.clusterId()) ? "" : " for " + pattern.clusterId();
        String failed = pattern.failureCount() == 0 ? "" : ", failed " + Words.times(pattern.failureCount());
        String gold = pattern.gold() ? ", gold standard" : "";
        return "\"" + pattern.fixDescription() + "\"" + where + ": held " + Words.times(pattern.successCount()) + failed + ", average confidence "
                + Certainty.digits(pattern.avgConfidence()) + gold + "; first by " + pattern.source() + ", last held "
                + pattern.lastSuccessAt().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static void diff(String diff, StringBuilder text) {
        diff.lines().filter(line -> (line.startsWith("+") && !line.startsWith("+++")) || (line.startsWith("-") && !line.startsWith("---")))
                .limit(DIFF_LINES).forEach(line -> text.append("   ").append(line.length() > 160 ? line.substring(0, 160) + "…" : line).append('\n'));
    }
}
