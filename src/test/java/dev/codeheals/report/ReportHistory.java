package dev.codeheals.report;

import dev.codeheals.engine.breaker.AttemptOutcome;
import dev.codeheals.engine.breaker.BreakerChange;
import dev.codeheals.engine.breaker.BreakerSnapshot;
import dev.codeheals.engine.breaker.BreakerState;
import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.classify.Severity;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.ModelUse;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.engine.envelope.VerdictRecord;
import dev.codeheals.engine.knowledge.EditTemplate;
import dev.codeheals.engine.knowledge.SuccessPattern;
import dev.codeheals.engine.repair.HealContexts;
import dev.codeheals.engine.repair.model.KnownSecrets;
import dev.codeheals.engine.repair.model.Redactor;
import dev.codeheals.engine.score.Confidence;
import dev.codeheals.engine.score.Decision;
import dev.codeheals.engine.score.JudgedFix;
import dev.codeheals.store.Database;
import dev.codeheals.store.SqliteBreakers;
import dev.codeheals.store.SqliteDecisions;
import dev.codeheals.store.SqliteJournal;
import dev.codeheals.store.SqliteKnowledge;
import dev.codeheals.store.SqliteMetrics;
import dev.codeheals.store.SqliteOutcomes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// A real store with a history to report on.
final class ReportHistory implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-29T12:00:00Z");
    static final String PROJECT = "/home/ana/work/shop";
    static final String DIFF = """
            diff --git a/shop/prices.py b/shop/prices.py
            --- a/shop/prices.py
            +++ b/shop/prices.py
            @@ -1,3 +1,4 @@
             ""\"Prices.""\"
            +import json
            \s
            -def total(row):
            +def total(rows):
            """;
    private final Database database;
    final SqliteJournal journal;
    private final SqliteKnowledge knowledge;
    private final SqliteOutcomes outcomes;
    private final SqliteBreakers breakers;

    ReportHistory(Path folder) {
        InstantSource clock = InstantSource.fixed(NOW);
        database = Database.open(folder, clock);
        journal = new SqliteJournal(database, clock);
        knowledge = new SqliteKnowledge(database, clock);
        outcomes = new SqliteOutcomes(database);
        breakers = new SqliteBreakers(database, clock, _ -> { });
    }

    Reports reports() {
        Redactor redactor = new Redactor(new KnownSecrets(Set.of("hunter2-and-more"), Set.of("ana")));
        return new Reports(new ReportSources(journal, new SqliteDecisions(database, journal)::about, new SqliteMetrics(database, journal), knowledge, outcomes,
                breakers::load, () -> {
                    var checked = journal.verifyChain();
                    return new Report.Integrity(checked.envelopes(), checked.decisions(), journal.latest(1).stream().map(Envelope::envelopeHash)
                            .findFirst().orElse(""), checked.breaks().stream().map(b -> "Record " + b.sequence() + ": " + b.problem()).toList());
                }, redactor::redaction), InstantSource.fixed(NOW), "1.0.0");
    }

    /// One heal of one attempt.
    Envelope heal(String message, String diff, Outcome outcome, Instant at) {
        return append(new UUID(at.toEpochMilli(), message.hashCode()).toString(), 1, message, diff, outcome, at);
    }

    Envelope append(String heal, int attempt, String message, String diff, Outcome outcome, Instant at) {
        Diagnosis diagnosis = new Diagnosis("RES.NAME_ERROR", "RES.NAME_ERROR:json", Severity.RECOVERABLE, 0.2, "Import json.", 0.97, "NameError",
                message, "json", "shop/prices.py", 3, 5, "load", "python");
        boolean good = outcome != Outcome.NOT_HEALED;
        VerdictRecord verdict = new VerdictRecord(good ? "TEST_PASSES" : "COMPILES", good ? "The failing test passes." : "It fails still.", 41, 1,
                good ? 42 : 41, good ? 0 : 1, 0, List.of("tests.test_prices.Totals.test_total"), "SANDBOX", 410, 420, List.of("3 repeated runs"), "", "");
        Envelope envelope = new Envelope(new UUID(at.toEpochMilli(), attempt * 1_000_003L + heal.hashCode()).toString(), heal, PROJECT, 0, at, attempt,
                PROJECT + "/.venv/bin/python -m pytest --token=hunter2-and-more", SealedDiagnosis.seal(diagnosis), good ? "rule:missing-import" : "search", 4,
                "Import json", diff, "0f", Map.of("shop/prices.py", "ab"), verdict,
                new Confidence(1, 0.9, 0.8, null, 0.93, good ? 0.94 : 0.3, 0, "a missing import that resolves"), good ? Decision.PROMOTE : Decision.RETRY,
                "Verified by the failing test.", BreakerState.CLOSED, new ModelUse("openai", "m-1", 1200, 80, 0.0031, Duration.ofMillis(900)),
                HealContexts.NONE, 1412, outcome, "", "");
        return journal.append(envelope, List.of());
    }

    void decide(Envelope envelope, Outcome outcome, String reason) {
        journal.decide(envelope.envelopeId(), outcome, reason);
    }

    void learn(String description) {
        knowledge.recordSuccess(new SuccessPattern(0, "RES.NAME_ERROR", "RES.NAME_ERROR:json", description, DIFF, EditTemplate.NONE, 1, 0, 0.94, Set.of(),
                "rule:missing-import", PROJECT, NOW, NOW), 0.94, UUID.nameUUIDFromBytes(new byte[] {1}).toString());
    }

    void judge(int count) {
        for (int i = 0; i < count; i++) {
            outcomes.judge(new JudgedFix("e" + i, PROJECT, "RES.NAME_ERROR:json", "RES", "rule:missing-import", 0.9, 0.6 + i % 4 / 10.0, i % 5 != 0,
                    "approved", NOW.minusSeconds(i)));
        }
    }

    void tripBreaker() {
        breakers.save(PROJECT, new BreakerSnapshot(BreakerState.OPEN, List.of(new AttemptOutcome(false, 0.2, "RES")), 0.8, 0.5, -0.1, true,
                Duration.ofSeconds(30), Duration.ofSeconds(20), 1, List.of(), "4 of 5 failed.", NOW,
                List.of(new BreakerChange(NOW.minusSeconds(60), BreakerState.CLOSED, BreakerState.OPEN, "4 of the last 5 attempts failed."))));
    }

    @Override
    public void close() {
        database.close();
    }
}
