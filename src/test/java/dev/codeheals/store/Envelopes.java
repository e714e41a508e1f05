package dev.codeheals.store;

import dev.codeheals.engine.breaker.BreakerState;
import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.classify.Severity;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.Ids;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.engine.envelope.VerdictRecord;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.HealContexts;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.score.Confidence;
import dev.codeheals.engine.score.Decision;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Attempts for tests.
public final class Envelopes {
    public static final Instant NOON = Instant.parse("2026-03-29T12:00:00.123Z");
    public static final InstantSource CLOCK = InstantSource.fixed(NOON);
    public static final List<FileEdit> EDITS = List.of(FileEdit.of("app.py", Replacement.insert(0, "import json\n")));
    private static final Ids IDS = new Ids(InstantSource.system());

    private Envelopes() {}

    public static Envelope proposal() {
        return proposal("/home/ana/shop", IDS.next(), 1);
    }

    public static Envelope proposal(String project, String healId, int attempt) {
        return proposal(project, healId, attempt, NOON);
    }

    public static Envelope proposalAt(Instant time) {
        return proposal("/home/ana/shop", IDS.next(), 1, time);
    }

    private static Envelope proposal(String project, String healId, int attempt, Instant time) {
        Diagnosis diagnosis = new Diagnosis("RES.NAME_ERROR", "RES.NAME_ERROR:json", Severity.RECOVERABLE, 0.2, "Import json.", 0.97, "NameError",
                "name 'json' is not defined", "json", "app.py", 3, null, "load", "python");
        return new Envelope(IDS.next(), healId, project, 0, time, attempt, "python app.py", SealedDiagnosis.seal(diagnosis), "rule:missing-import", 4,
                "Import json", "--- a/app.py\n+++ b/app.py\n", "0f", Map.of("app.py", "ab"), VerdictRecord.none("It runs."),
                new Confidence(1, 0.9, 0.8, null, 0.93, 0.94, 0, "a missing import that resolves"), Decision.PROMOTE, "It runs again.", BreakerState.CLOSED,
                null, new HealContexts("memory", "", "é \u202e"), 412, Outcome.PROPOSED, "", "");
    }

    /// Appends this many proposals in one transaction and notes them by their ids.
    public static void fill(Database database, SqliteJournal journal, int count, Map<String, Envelope> truth) {
        database.inTransaction(_ -> {
            for (int i = 0; i < count; i++) {
                Envelope kept = journal.append(proposal(), EDITS);
                truth.put(kept.envelopeId(), kept);
            }
            return count;
        });
    }
}
