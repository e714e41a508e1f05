package dev.codeheals.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.codeheals.engine.breaker.BreakerSettings;
import dev.codeheals.engine.breaker.CircuitBreaker;
import dev.codeheals.engine.context.Metrics;
import dev.codeheals.engine.context.MetricsQuery;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.engine.score.Confidence;
import dev.codeheals.engine.score.Decision;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteMetricsTest {
    @TempDir
    Path folder;

    private Database database;
    private BreakerJournal journal;

    @BeforeEach
    void open() {
        database = Database.open(folder, Envelopes.CLOCK);
        journal = new BreakerJournal(database, new SqliteJournal(database, Envelopes.CLOCK), new SqliteBreakers(database, Envelopes.CLOCK, _ -> { }),
                _ -> new CircuitBreaker(BreakerSettings.DEFAULT, Envelopes.CLOCK, () -> 0).snapshot());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void healsAttemptsTimesAndModelsAreCounted() {
        attempt("h1", 1, "rules", null, Decision.RETRY, Outcome.NOT_HEALED, 100);
        attempt("h1", 2, "model:openai/gpt", 0.8, Decision.PROMOTE, Outcome.PROMOTED, 900);
        attempt("h2", 1, "rule:missing-import", 0.9, Decision.PROMOTE, Outcome.PROPOSED, 200);
        attempt("h3", 1, "search:swap", 0.4, Decision.ROLLBACK, Outcome.NOT_HEALED, 300);
        attempt("h4", 1, "pattern:7", 0.95, Decision.PROMOTE, Outcome.UNDONE, 50);
        Metrics metrics = new SqliteMetrics(database, new SqliteJournal(database, Envelopes.CLOCK)).measure(MetricsQuery.all());
        assertThat(metrics.heals()).isEqualTo(4);
        assertThat(metrics.healed()).isEqualTo(2);
        assertThat(metrics.successRate()).isEqualTo(0.5);
        assertThat(metrics.attemptsPerHeal()).isEqualTo(1.25);
        assertThat(metrics.meanTimeToHeal()).isEqualTo(Duration.ofMillis(600));
        assertThat(metrics.shareWithoutModel()).isEqualTo(0.5);
        assertThat(metrics.modelCalls()).isEqualTo(1);
        assertThat(metrics.waiting()).isEqualTo(1);
        assertThat(metrics.meanConfidence()).isEqualTo(0.7625, within(1e-12));
        assertThat(metrics.confidenceTrend()).isEqualTo((0.4 + 0.95 - 0.8 - 0.9) / 2, within(1e-12));
        assertThat(metrics.days()).containsExactly(new Metrics.Day(LocalDate.of(2026, 3, 29), 4, 2, metrics.meanConfidence(), Duration.ZERO,
                Duration.ofMillis(600)));
        assertThat(metrics.families()).containsExactly(new Metrics.Family("RES", 4, 2));
    }

    @Test
    void withoutAttemptsEverythingIsZero() {
        Metrics metrics = new SqliteMetrics(database, new SqliteJournal(database, Envelopes.CLOCK)).measure(MetricsQuery.all());
        assertThat(metrics.successRate()).isZero();
        assertThat(metrics.shareWithoutModel()).isZero();
        assertThat(metrics.meanTimeToHeal()).isZero();
    }

    @Test
    void aProjectAndAPeriodNarrowTheView() {
        attempt("h1", 1, "rules", 0.9, Decision.PROMOTE, Outcome.PROPOSED, 100);
        SqliteMetrics source = new SqliteMetrics(database, new SqliteJournal(database, Envelopes.CLOCK));
        assertThat(source.measure(new MetricsQuery(Envelopes.NOON, Envelopes.NOON.plusMillis(1), "/home/ana/shop")).heals()).isEqualTo(1);
        assertThat(source.measure(new MetricsQuery(Envelopes.NOON, Envelopes.NOON.plusMillis(1), "/other")).heals()).isZero();
        assertThat(source.measure(new MetricsQuery(Envelopes.NOON.plusMillis(1), Envelopes.NOON.plusMillis(9), null)).heals()).isZero();
    }

    private void attempt(String heal, int number, String source, @Nullable Double confidence, Decision decision, Outcome outcome, long millis) {
        Envelope e = Envelopes.proposal("/home/ana/shop", heal, number);
        Confidence c = confidence == null ? null : new Confidence(1, 1, 1, null, confidence, confidence, 0, "");
        journal.append(new Envelope(e.envelopeId(), heal, e.project(), 0, e.createdAt(), number, e.command(), e.sealed(), source, 1, e.fixDescription(),
                e.fixDiff(), e.patchHash(), e.baseHashes(), e.verdict(), c, decision, e.reason(), e.breakerState(), null, e.contexts(), millis,
                outcome, "", ""), List.of());
    }
}
