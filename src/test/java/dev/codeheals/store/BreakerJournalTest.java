package dev.codeheals.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codeheals.engine.breaker.AttemptOutcome;
import dev.codeheals.engine.breaker.BreakerSettings;
import dev.codeheals.engine.breaker.BreakerState;
import dev.codeheals.engine.breaker.Breakers;
import dev.codeheals.engine.breaker.CircuitBreaker;
import dev.codeheals.engine.breaker.Permit;
import dev.codeheals.engine.envelope.Ids;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BreakerJournalTest {
    private static final String PROJECT = "/home/ana/shop";

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder, Envelopes.CLOCK);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theBreakerIsSavedWithTheEnvelope() {
        Breakers breakers = breakers(database, Envelopes.CLOCK);
        trip(breakers.of(PROJECT));
        journal(database, breakers).append(Envelopes.proposal(PROJECT, new Ids(Envelopes.CLOCK).next(), 1), List.of());
        CircuitBreaker restored = breakers(database, Envelopes.CLOCK).of(PROJECT);
        assertThat(restored.snapshot()).isEqualTo(breakers.of(PROJECT).snapshot());
        assertThat(restored.tryAcquire()).isInstanceOf(Permit.Denied.class);
    }

    @Test
    void anEnvelopeThatIsNotKeptLeavesTheBreakerAsItWas() {
        CircuitBreaker unsaved = new CircuitBreaker(BreakerSettings.DEFAULT, Envelopes.CLOCK, () -> 0);
        trip(unsaved);
        BreakerJournal journal = new BreakerJournal(database, new SqliteJournal(database, Envelopes.CLOCK), new SqliteBreakers(database, Envelopes.CLOCK, _ -> { }),
                _ -> unsaved.snapshot());
        database.inTransaction(connection -> Sql.update(connection, "DROP TABLE attempt_facts"));
        assertThatThrownBy(() -> journal.append(Envelopes.proposal(), List.of())).isInstanceOf(StoreException.class);
        assertThat(new SqliteBreakers(database, Envelopes.CLOCK, _ -> { }).load(PROJECT)).isEmpty();
        assertThat(journal.count()).isZero();
    }

    @Test
    void whatAPersonDidIsSavedAtOnce() {
        breakers(database, Envelopes.CLOCK).of(PROJECT).forceOpen("Not now.");
        assertThat(breakers(database, Envelopes.CLOCK).of(PROJECT).snapshot().reason()).isEqualTo("Not now.");
        breakers(database, Envelopes.CLOCK).of(PROJECT).reset("Go on.");
        assertThat(breakers(database, Envelopes.CLOCK).of(PROJECT).state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void outcomesOfSeveralProcessesAddUp() {
        for (int i = 0; i < 5; i++) {
            CircuitBreaker breaker = breakers(database, Envelopes.CLOCK).of(PROJECT);
            breaker.record(breaker.tryAcquire(), new AttemptOutcome(false, 0.4, "RES"));
        }
        assertThat(breakers(database, Envelopes.CLOCK).of(PROJECT).state()).isEqualTo(BreakerState.OPEN);
    }

    @Test
    void aSnapshotThatCannotBeReadStopsHealingUntilItIsReset() {
        database.inTransaction(connection -> Sql.update(connection, "INSERT INTO breakers (project, snapshot, saved_at) VALUES (?, ?, 0)", PROJECT,
                "{\"state\":\"BROKEN\"}"));
        CircuitBreaker breaker = breakers(database, Envelopes.CLOCK).of(PROJECT);
        assertThat(breaker.tryAcquire()).isInstanceOf(Permit.Denied.class);
        breaker.reset("Looked at it.");
        assertThat(breakers(database, Envelopes.CLOCK).of(PROJECT).state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void aRunningProgramGoesOnFromWhatAnotherOneDecided() {
        Breakers window = breakers(database, Envelopes.CLOCK);
        CircuitBreaker seen = window.of(PROJECT);
        breakers(database, Envelopes.CLOCK).of(PROJECT).forceOpen("The disk is being moved.");
        window.refresh(PROJECT);
        assertThat(seen.snapshot().reason()).isEqualTo("The disk is being moved.");
        breakers(database, Envelopes.CLOCK).of(PROJECT).reset("It is back.");
        window.refresh(PROJECT);
        assertThat(seen.tryAcquire()).isInstanceOf(Permit.Granted.class);
    }

    @Test
    void aKilledProcessKeepsTheOpenBreakerAndItsWait() throws Exception {
        Path other = folder.resolve("killed");
        Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), Doomed.class.getName(), other.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            long opened = Long.parseLong(said.readLine());
            process.destroyForcibly().waitFor();
            try (Database restarted = Database.open(other, InstantSource.system())) {
                CircuitBreaker breaker = breakers(restarted, InstantSource.system()).of(PROJECT);
                long passed = InstantSource.system().millis() - opened;
                assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
                assertThat(breaker.snapshot().remaining()).isCloseTo(Duration.ofSeconds(30).minusMillis(passed), Duration.ofSeconds(1));
            }
        }
    }

    /// Trips a breaker, appends the envelope, says when and waits to be killed.
    static final class Doomed {
        private Doomed() {}

        public static void main(String[] args) throws IOException {
            Database database = Database.open(Path.of(args[0]), InstantSource.system());
            Breakers breakers = breakers(database, InstantSource.system());
            trip(breakers.of(PROJECT));
            long opened = InstantSource.system().millis();
            journal(database, breakers).append(Envelopes.proposal(), List.of());
            System.out.println(opened);
            System.in.read();
        }
    }

    private static Breakers breakers(Database database, InstantSource clock) {
        return new Breakers(BreakerSettings.DEFAULT, clock, () -> clock.millis() * 1_000_000, new SqliteBreakers(database, Envelopes.CLOCK, _ -> { }));
    }

    private static BreakerJournal journal(Database database, Breakers breakers) {
        return new BreakerJournal(database, new SqliteJournal(database, Envelopes.CLOCK), new SqliteBreakers(database, Envelopes.CLOCK, _ -> { }),
                project -> breakers.of(project).snapshot());
    }

    private static void trip(CircuitBreaker breaker) {
        for (int i = 0; i < 5; i++) {
            breaker.record(breaker.tryAcquire(), new AttemptOutcome(false, 0.4, "RES"));
        }
    }
}
