package dev.codeheals.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.breaker.BreakerSettings;
import dev.codeheals.engine.breaker.CircuitBreaker;
import dev.codeheals.engine.context.HealContextBuilder;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.engine.envelope.RecentEnvelopes;
import dev.codeheals.engine.repair.HealContexts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuccessContextTest {
    @TempDir
    Path folder;

    private Database database;
    private SqliteKnowledge knowledge;
    private SqliteJournal journal;

    @BeforeEach
    void open() {
        database = Database.open(folder, Envelopes.CLOCK);
        knowledge = new SqliteKnowledge(database, Envelopes.CLOCK);
        journal = new SqliteJournal(database, Envelopes.CLOCK);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theThreeLayersComeFromTheRingTheJournalAndTheKnowledge() {
        Envelope kept = journal.append(Envelopes.proposal(), List.of());
        long id = knowledge.recordSuccess(Patterns.importing("json"), 0.95, "0190-a").orElseThrow().id();
        knowledge.recordSuccess(Patterns.importing("json"), 0.97, "0190-b");
        knowledge.recordFailure(id, "rejected");
        knowledge.recordSuccess(Patterns.importing("csv"), 0.85, "0190-c");
        HealContexts contexts = new HealContextBuilder(RecentEnvelopes.from(journal), journal, knowledge, Envelopes.CLOCK)
                .build(kept.project(), kept.sealed(), new CircuitBreaker(BreakerSettings.DEFAULT, Envelopes.CLOCK, () -> 0).snapshot());
        assertThat(contexts.memory()).isEqualTo("""
                The last attempt in this project: 1 healed (100 %).
                The breaker is closed; no change in this time.
                Newest first:
                - healed RES.NAME_ERROR:json by rule:missing-import with "Import json" (0.94)
                """);
        assertThat(contexts.insights()).isEmpty();
        assertThat(contexts.success()).isEqualTo("""
                Fixes that held for failures like RES.NAME_ERROR:json, best first:
                1. "Import json": held twice, failed once, average confidence 0.96; first by rule:missing-import, last held 2026-03-29
                   from 0190-b, 0190-a
                   +import x
                2. "Import csv" for RES.NAME_ERROR:csv: held once, average confidence 0.85; first by rule:missing-import, last held 2026-03-29
                   from 0190-c
                   +import x
                """);
    }

    @Test
    void theRingHoldsTwentyAndFollowsDecisions() {
        RecentEnvelopes ring = new RecentEnvelopes();
        for (int i = 0; i < 25; i++) {
            ring.add(Envelopes.proposal("/p" + i % 2, "h", i));
        }
        assertThat(ring.latest(100)).hasSize(20).first().extracting(Envelope::attempt).isEqualTo(24);
        assertThat(ring.latest("/p1", 3)).extracting(Envelope::attempt).containsExactly(23, 21, 19);
        ring.decide(ring.newest().orElseThrow().envelopeId(), Outcome.UNDONE);
        assertThat(ring.newest().orElseThrow().outcome()).isEqualTo(Outcome.UNDONE);
        assertThat(ring.latest(100)).hasSize(20);
    }
}
