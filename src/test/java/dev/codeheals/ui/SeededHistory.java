package dev.codeheals.ui;

import dev.codeheals.engine.breaker.BreakerState;
import dev.codeheals.engine.classify.ProjectPaths;
import dev.codeheals.engine.classify.ReBanker;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.detect.FailureScanner;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.EnvelopeJournal;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.engine.envelope.VerdictRecord;
import dev.codeheals.engine.knowledge.EditTemplate;
import dev.codeheals.engine.knowledge.KnowledgeBase;
import dev.codeheals.engine.knowledge.SuccessPattern;
import dev.codeheals.engine.repair.HealContexts;
import dev.codeheals.engine.score.Confidence;
import dev.codeheals.engine.score.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/// A month of attempts and what was learnt from them, the same each time but for its end, which is now.
public final class SeededHistory {
    private static final List<String[]> KINDS = List.of(
            new String[] {"RES.NAME_ERROR", "json", "NameError", "name 'json' is not defined", "Import json"},
            new String[] {"SYN.MISSING_COLON", "", "SyntaxError", "expected ':'", "Add the missing colon"},
            new String[] {"ATT.NO_ATTRIBUTE", "appendd", "AttributeError", "'list' object has no attribute 'appendd'", "Say append instead of appendd"},
            new String[] {"TYP.STR_NUMBER", "int", "TypeError", "can only concatenate str (not \"int\") to str", "Turn the number into text"},
            new String[] {"KEY.MISSING", "prce", "KeyError", "'prce'", "Ask for the key price"},
            new String[] {"IMP.MODULE", "helpers", "ModuleNotFoundError", "No module named 'helpers'", "Import helper instead of helpers"});
    private static final String DIFF = """
            diff --git a/shop/prices.py b/shop/prices.py
            --- a/shop/prices.py
            +++ b/shop/prices.py
            @@ -1,3 +1,4 @@
             \"\"\"Prices.\"\"\"
            +import json
            \s
             def total(rows):
            """;
    private final Random random = new Random(11);
    private final ReBanker reBanker;
    private final String project;
    private final Instant end;

    public SeededHistory(ReBanker reBanker, String project, Instant end) {
        this.reBanker = reBanker;
        this.project = project;
        this.end = end;
    }

    public void fill(EnvelopeJournal journal, KnowledgeBase knowledge, int heals) {
        for (int i = heals; i > 0; i--) {
            Instant at = end.minus(Duration.ofMinutes(i * 43_200L / heals).plusSeconds(random.nextInt(900)));
            String[] kind = KINDS.get(random.nextInt(KINDS.size()));
            int attempts = 1 + random.nextInt(3) / 2;
            String heal = new UUID(i, 7).toString();
            for (int attempt = 1; attempt <= attempts; attempt++) {
                Envelope envelope = envelope(new UUID(i, attempt).toString(), heal, at.plusSeconds(attempt * 3L), attempt, attempt == attempts, kind);
                journal.append(envelope, List.of());
                if (envelope.outcome() == Outcome.PROMOTED) {
                    learn(knowledge, envelope, kind);
                }
            }
        }
    }

    private void learn(KnowledgeBase knowledge, Envelope e, String[] kind) {
        double overall = e.confidence() == null ? 0.8 : e.confidence().overall();
        knowledge.recordSuccess(new SuccessPattern(0, e.sealed().diagnosis().errorCode(), e.sealed().diagnosis().clusterId(), kind[4], DIFF,
                new EditTemplate("{\"kind\":\"insert\",\"holes\":[\"module\"],\"text\":\"import ${module}\"}"), 1, 0, overall, Set.of(), e.source(), project,
                e.createdAt(), e.createdAt()), overall, e.envelopeId());
    }

    private Envelope envelope(String id, String heal, Instant at, int attempt, boolean last, String[] kind) {
        double days = Duration.between(at, end).toHours() / 24.0;
        double overall = Math.clamp(0.96 - days / 90 - random.nextDouble() * (last ? 0.18 : 0.6), 0.05, 0.99);
        Decision decision = overall >= 0.8 ? Decision.PROMOTE : last ? Decision.ROLLBACK : Decision.RETRY;
        Outcome outcome = decision == Decision.PROMOTE ? random.nextInt(12) == 0 ? Outcome.REJECTED : Outcome.PROMOTED : Outcome.NOT_HEALED;
        BreakerState breaker = days > 18 && days < 19 ? BreakerState.OPEN : days > 17.6 && days < 18 ? BreakerState.HALF_OPEN : BreakerState.CLOSED;
        Failure failure = FailureScanner.scan(traceback(kind)).getFirst();
        SealedDiagnosis sealed = reBanker.classify(failure, new ProjectPaths(List.of(project)));
        String source = random.nextInt(3) == 0 ? "pattern:1" : "rule:missing-import";
        Confidence confidence = new Confidence(1, overall, 0.8, null, overall, overall, 14, "Fixes of this kind were right in 19 of 20 cases.");
        VerdictRecord verdict = new VerdictRecord(decision == Decision.PROMOTE ? "TEST_PASSES" : "COMPILES",
                decision == Decision.PROMOTE ? "The failing test passes and nothing is lost." : "The same failure is still there.", 41, 1,
                decision == Decision.PROMOTE ? 42 : 41, decision == Decision.PROMOTE ? 0 : 1, 0,
                decision == Decision.PROMOTE ? List.of("tests.test_prices.Totals.test_total") : List.of(), "SANDBOX", 410, 420, List.of("3 repeated runs"),
                traceback(kind), "Ran 42 tests in 0.4s\n\nOK\n");
        return new Envelope(id, heal, project, 0, at, attempt, "python3 -m unittest", sealed, source,
                1 + random.nextInt(7), kind[4], DIFF, new UUID(at.toEpochMilli(), attempt).toString(), Map.of("shop/prices.py", "00"), verdict, confidence,
                decision, decision == Decision.PROMOTE ? "Verified by the failing test; nothing that passed is lost." : "The candidates did not heal the failure.",
                breaker, null, HealContexts.NONE, 900 + random.nextInt(2_000), outcome, "", "");
    }

    private static String traceback(String[] kind) {
        return """
                Traceback (most recent call last):
                  File "shop/cli.py", line 8, in main
                    print(total(rows))
                  File "shop/prices.py", line 14, in total
                    rows = json.loads(text)
                %s: %s
                """.formatted(kind[2], kind[3]);
    }
}
