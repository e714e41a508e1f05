package dev.codeheals.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.breaker.BreakerSettings;
import dev.codeheals.engine.breaker.BreakerState;
import dev.codeheals.engine.breaker.Breakers;
import dev.codeheals.engine.promote.PlannedFile;
import dev.codeheals.engine.promote.PromotionIntent;
import dev.codeheals.engine.promote.PromotionRecord;
import dev.codeheals.engine.score.JudgedFix;
import dev.codeheals.project.ProjectSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DamagedRowsTest {
    private final Instant now = Envelopes.CLOCK.instant();
    private static final Path ROOT = Path.of("/srv/till").toAbsolutePath();

    @TempDir
    Path folder;

    private Database database;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void fill() {
        database = Database.open(folder, Envelopes.CLOCK);
        promote("older", "a.py");
        promote("newer", "a.py", "b.py");
        new SqliteProjects(database).save(ProjectSettings.unknown(ROOT, now));
        new SqliteOutcomes(database).judge(new JudgedFix("e-1", ROOT.toString(), "RES.NAME_ERROR:math", "RES", "search", 0.9, 0.85, true, "applied", now));
        new SqliteClusterRules(database).change(rules -> rules.merge("KEY.KEY_ERROR:total", "KEY.KEY_ERROR:sum"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsAsItWasWrittenIsLeftAlone() {
        DamagedRows.putAside(database, 1, told::add);
        assertThat(told).isEmpty();
        assertThat(new SqlitePromotions(database, Envelopes.CLOCK).history(null, 9)).hasSize(2)
                .allMatch(r -> r.state() == PromotionRecord.State.PROMOTED);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"promotions, note, 'x'", "promotions, finished_at, finished_at + 1", "promotions, reverses, 'older'", "promotion_files, before_hash, 'a0'",
        "promotion_files, target, '../b.py'", "projects, trusted, 1", "projects, settings, settings || ' '", "judged_fixes, held, 0",
        "judged_fixes, raw, raw + 1e-16", "cluster_rules, target, 'KEY.KEY_ERROR:sun'"})
    void aChangedColumnIsFoundQuarantinedAndToldOnce(String table, String column, String value) {
        flip("UPDATE " + table + " SET " + column + " = " + value);
        DamagedRows.putAside(database, 1, told::add);
        DamagedRows.putAside(database, 2, told::add);
        assertThat(told).isNotEmpty().doesNotHaveDuplicates().allMatch(sentence -> sentence.startsWith("A record in the store was damaged"));
        assertThat(kept("SELECT body FROM quarantine WHERE envelope_id LIKE '" + table + ":%'")).isNotEmpty();
        assertThat(kept("SELECT 1 FROM " + table)).hasSizeLessThan(3 - (table.startsWith("promotion") ? 0 : 2));
    }

    @Test
    void noReaderShowsWhatWasDamagedSinceTheStart() {
        flip("UPDATE projects SET trusted = 1", "UPDATE judged_fixes SET held = 0", "UPDATE cluster_rules SET target = 'KEY.KEY_ERROR:sun'",
                "UPDATE promotions SET state = 'XROMOTED' WHERE promotion_id = 'older'", "UPDATE promotion_files SET folders = 'x' WHERE position = 1");
        assertThat(new SqliteProjects(database).find(ROOT)).isEmpty();
        assertThat(new SqliteOutcomes(database).all()).isEmpty();
        assertThat(new SqliteClusterRules(database).get().moved()).isEmpty();
        assertThat(new SqlitePromotions(database, Envelopes.CLOCK).history(null, 9)).isEmpty();
    }

    @Test
    void aChangeThatLostOneOfItsFilesIsNotTakenBackInPart() {
        flip("UPDATE promotion_files SET target = 'c.py' WHERE promotion_id = 'newer' AND position = 1");
        DamagedRows.putAside(database, 1, told::add);
        assertThat(new SqlitePromotions(database, Envelopes.CLOCK).history(null, 9)).extracting(PromotionRecord::id).containsExactly("older");
    }

    @Test
    void aChangeOfAnotherColumnMakesADamagedRowNoSounder() {
        flip("UPDATE promotions SET root = '/srv/tilt' WHERE promotion_id = 'newer'");
        database.inTransaction(c -> Sql.update(c, "UPDATE promotions SET state = 'UNDONE'"));
        assertThat(new SqlitePromotions(database, Envelopes.CLOCK).history(null, 9)).extracting(PromotionRecord::id).containsExactly("older");
    }

    @Test
    void anOlderChangeIsNotTakenForTheLastWhereTheLastWasDamaged() {
        SqlitePromotions promotions = new SqlitePromotions(database, Envelopes.CLOCK);
        assertThat(promotions.newestDamaged()).isEmpty();
        flip("UPDATE promotions SET state = 'PENDING' WHERE promotion_id = 'newer'");
        DamagedRows.putAside(database, 1, told::add);
        assertThat(promotions.newestDamaged()).hasValueSatisfying(problem -> assertThat(problem).contains("Change newer cannot be undone"));
        promote("newest", "c.py");
        promote("next", "c.py");
        assertThat(promotions.newestDamaged()).isEmpty();
    }

    @Test
    void aDamagedBreakerStopsHealingAndSaysWhy() {
        SqliteBreakers store = new SqliteBreakers(database, Envelopes.CLOCK, told::add);
        breaker(store).of("till").forceOpen("The disk is being moved.");
        flip("UPDATE breakers SET snapshot = replace(snapshot, 'FORCED_OPEN', 'CLOSED')");
        assertThat(breaker(store).of("till").snapshot()).satisfies(now -> {
            assertThat(now.state()).isEqualTo(BreakerState.FORCED_OPEN);
            assertThat(now.reason()).startsWith("What was kept of the circuit breaker was damaged");
        });
        breaker(store).of("till");
        assertThat(told).hasSize(1);
        assertThat(kept("SELECT body FROM quarantine WHERE envelope_id = 'breakers:till'")).hasSize(1);
    }

    private static Breakers breaker(SqliteBreakers store) {
        return new Breakers(BreakerSettings.DEFAULT, Envelopes.CLOCK, () -> 0, store);
    }

    private void promote(String id, String... files) {
        SqlitePromotions promotions = new SqlitePromotions(database, Envelopes.CLOCK);
        promotions.intend(new PromotionIntent(id, "e-" + id, ROOT.toString(), PromotionIntent.Kind.PROMOTE, null, now,
                List.of(files).stream().map(f -> new PlannedFile(f, f, f + ".tmp", "00", "11", List.of())).toList()));
        promotions.finish(id, PromotionRecord.State.PROMOTED, "");
    }

    /// Changes rows as a failing disk would: without the program.
    private void flip(String... changes) {
        database.inTransaction(connection -> {
            List<String> triggers = Sql.texts(connection, "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_seal_update'");
            for (String name : Sql.texts(connection, "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_seal_update'")) {
                run(connection, "DROP TRIGGER " + name);
            }
            for (String sql : changes) {
                run(connection, sql);
            }
            for (String trigger : triggers) {
                run(connection, trigger);
            }
            return triggers;
        });
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> kept(String sql) {
        return database.read(connection -> Sql.texts(connection, sql));
    }
}
