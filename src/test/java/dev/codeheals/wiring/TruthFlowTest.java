package dev.codeheals.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.context.MetricsQuery;
import dev.codeheals.engine.heal.HealOrder.Promotion;
import dev.codeheals.engine.heal.HealResult;
import dev.codeheals.engine.heal.ReviewResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A bit that changed anywhere in the record of a fix is found before the fix is used.
class TruthFlowTest {
    private static final int PLACES = 5;

    @TempDir
    Path folder;
    private Workbench bench;
    private Path project;
    private String id;

    @BeforeEach
    void propose() throws IOException {
        bench = new Workbench(folder);
        project = bench.helperProject("one", "json.dumps(value)");
        HealResult result = bench.heal(project, Workbench.TESTS, Promotion.REVIEW);
        id = Objects.requireNonNull(result.best()).envelopeId();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"envelopes", "decisions", "attempt_facts"})
    void aFixWhoseRecordWasChangedInAnyColumnIsNotWrittenAndTheUserIsTold(String table) throws Exception {
        String before = Files.readString(project.resolve("helper.py"));
        int flips = 0;
        for (String column : columns(table)) {
            Object sound = stored(table, column);
            for (Object changed : flipped(sound)) {
                flips++;
                store(table, column, changed);
                int told = bench.application().notices().size();
                ReviewResult refused = bench.application().reviews().approve(id, Map.of());
                assertThat(refused.done()).as("%s.%s = %s: %s", table, column, changed, refused.message()).isFalse();
                bench.application().journal().latest(10);
                bench.application().journal().rows(Instant.EPOCH, null, 10);
                assertThat(bench.application().notices()).as("%s.%s = %s", table, column, changed).hasSizeGreaterThan(told);
                assertThat(Files.readString(project.resolve("helper.py"))).isEqualTo(before);
                assertThat(bench.application().metrics().measure(MetricsQuery.all()).heals()).isZero();
                store(table, column, sound);
                sql("UPDATE envelopes SET quarantined = 0");
                sql("DELETE FROM quarantine");
            }
        }
        assertThat(flips).isGreaterThan(10);
        assertThat(bench.application().reviews().approve(id, Map.of()).done()).isTrue();
    }

    @Test
    void theReasonIsSaidWhenSuchAFixIsApproved() throws Exception {
        byte[] body = ((byte[]) stored("envelopes", "body")).clone();
        body[body.length / 2] ^= 1;
        store("envelopes", "body", body);
        assertThat(bench.application().reviews().approve(id, Map.of()).message())
                .startsWith("The record of this fix is not what was written and was put aside:").endsWith("Nothing was changed.");
    }

    @Test
    void whatWasDamagedWhileTheProgramWasClosedIsToldOfAtTheStart() throws Exception {
        sql("UPDATE envelopes SET envelope_hash = 'f' || substr(envelope_hash, 2), source = source || '!'");
        bench.restart();
        List<String> told = new ArrayList<>();
        bench.application().tell(told::add);
        assertThat(told).singleElement().asString().startsWith("A record of the history was damaged and put aside");
        assertThat(bench.application().journal().count()).isZero();
    }

    /// The value with one bit changed, for some bits.
    private static List<Object> flipped(Object sound) {
        return switch (sound) {
            case byte[] bytes -> IntStream.range(0, PLACES).map(i -> i * (bytes.length - 1) / (PLACES - 1)).<Object>mapToObj(at -> with(bytes, at, at % 8)).toList();
            case String text when text.isEmpty() -> List.of("\u0001");
            case String text -> IntStream.range(0, 8).<Object>mapToObj(bit -> text(text, bit * (text.length() - 1) / 7, bit)).filter(changed -> !changed.equals(text)).toList();
            case Double number -> IntStream.of(0, 20, 51, 54, 63).<Object>mapToObj(bit -> Double.longBitsToDouble(Double.doubleToLongBits(number) ^ (1L << bit))).toList();
            case Number number -> IntStream.of(0, 1, 7, 20, 62).<Object>mapToObj(bit -> number.longValue() ^ (1L << bit)).toList();
            default -> throw new IllegalArgumentException("No column holds " + sound);
        };
    }

    private static byte[] with(byte[] bytes, int at, int bit) {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) (1 << bit);
        return changed;
    }

    // Bit 7 of an ASCII letter would leave no text that a driver can write; bit 0 is changed once more instead.
    private static String text(String text, int at, int bit) {
        return new String(with(text.getBytes(StandardCharsets.UTF_8), at, bit % 7), StandardCharsets.UTF_8);
    }

    private List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection database = open(); Statement query = database.createStatement();
                ResultSet row = query.executeQuery("SELECT name FROM pragma_table_info('" + table + "')")) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        return columns;
    }

    private Object stored(String table, String column) throws SQLException {
        try (Connection database = open(); PreparedStatement query = database.prepareStatement("SELECT " + column + " FROM " + table);
                ResultSet row = query.executeQuery()) {
            assertThat(row.next()).isTrue();
            Object value = row.getObject(1);
            assertThat(row.next()).as("one row").isFalse();
            return value;
        }
    }

    private void store(String table, String column, Object value) throws SQLException {
        try (Connection database = open(); PreparedStatement update = database.prepareStatement("UPDATE " + table + " SET " + column + " = ?")) {
            update.setObject(1, value);
            update.executeUpdate();
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection database = open(); Statement any = database.createStatement()) {
            any.executeUpdate(statement);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/codeheals.db"));
    }
}
