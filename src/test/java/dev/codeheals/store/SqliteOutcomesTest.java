package dev.codeheals.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.score.JudgedFix;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteOutcomesTest {
    @TempDir
    Path folder;

    private Database database;
    private SqliteOutcomes outcomes;

    @BeforeEach
    void open() {
        database = Database.open(folder, Envelopes.CLOCK);
        outcomes = new SqliteOutcomes(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aLaterJudgementReplacesTheEarlier() {
        outcomes.judge(fix("e1", true, "approved", Envelopes.NOON));
        outcomes.judge(fix("e1", false, "undone", Envelopes.NOON.plusSeconds(60)));
        assertThat(outcomes.all()).containsExactly(fix("e1", false, "undone", Envelopes.NOON.plusSeconds(60)));
    }

    @Test
    void theFixesOfOneFailureComeNewestFirstAndOnlyRecentOnes() {
        outcomes.judge(fix("e1", true, "approved", Envelopes.NOON.minus(Duration.ofDays(3))));
        outcomes.judge(fix("e2", true, "approved", Envelopes.NOON.minus(Duration.ofDays(1))));
        assertThat(outcomes.since(Envelopes.NOON.minus(Duration.ofDays(7)), "/p", "RES.NAME_ERROR:json")).extracting(JudgedFix::envelopeId)
                .containsExactly("e2", "e1");
        assertThat(outcomes.since(Envelopes.NOON.minus(Duration.ofDays(2)), "/p", "RES.NAME_ERROR:json")).hasSize(1);
        assertThat(outcomes.since(Instant.EPOCH, "/q", "RES.NAME_ERROR:json")).isEmpty();
    }

    private static JudgedFix fix(String envelope, boolean right, String why, Instant at) {
        return new JudgedFix(envelope, "/p", "RES.NAME_ERROR:json", "RES", "rule:missing-import", 0.9, 0.92, right, why, at.truncatedTo(ChronoUnit.MILLIS));
    }
}
