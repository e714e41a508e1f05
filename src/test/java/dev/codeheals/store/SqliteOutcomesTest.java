package dev.codeheals.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
    void aFailureThatIsBackWithinAWeekTurnsTheNewestFixWrong() {
        outcomes.judge(fix("e1", true, "approved", Envelopes.NOON.minus(Duration.ofDays(3))));
        outcomes.judge(fix("e2", true, "approved", Envelopes.NOON.minus(Duration.ofDays(1))));
        assertThat(outcomes.failedAgain("/p", "RES.NAME_ERROR:json", Envelopes.NOON)).isTrue();
        assertThat(outcomes.ofFamily("RES")).extracting(JudgedFix::envelopeId, JudgedFix::right)
                .containsExactly(tuple("e2", false), tuple("e1", true));
        assertThat(outcomes.failedAgain("/p", "RES.NAME_ERROR:json", Envelopes.NOON)).isFalse();
    }

    @Test
    void aFixThatHeldForAWeekStaysRight() {
        outcomes.judge(fix("e1", true, "approved", Envelopes.NOON.minus(Duration.ofDays(8))));
        assertThat(outcomes.failedAgain("/p", "RES.NAME_ERROR:json", Envelopes.NOON)).isFalse();
    }

    @Test
    void anotherProjectsFailureSaysNothing() {
        outcomes.judge(fix("e1", true, "approved", Envelopes.NOON.minusSeconds(5)));
        assertThat(outcomes.failedAgain("/q", "RES.NAME_ERROR:json", Envelopes.NOON)).isFalse();
    }

    private static JudgedFix fix(String envelope, boolean right, String why, Instant at) {
        return new JudgedFix(envelope, "/p", "RES.NAME_ERROR:json", "RES", "rule:missing-import", 0.9, 0.92, right, why, at.truncatedTo(ChronoUnit.MILLIS));
    }
}
