package dev.codeheals.wiring;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A byte that changed anywhere in the record of a fix is found before the fix is used.
class TruthFlowTest {
    private static final int PLACES = 6;

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

    @Test
    void aFixWhoseRecordWasChangedIsNotWrittenAndTheUserIsTold() throws Exception {
        String before = Files.readString(project.resolve("helper.py"));
        for (String column : new String[] {"envelope_id", "heal_id", "project", "error_code", "cluster_id", "source", "decision", "breaker_state",
            "outcome", "body", "edits", "edits_hash", "previous_hash", "envelope_hash", "row_hash"}) {
            byte[] sound = stored(column);
            for (int at : places(sound.length)) {
                byte[] changed = sound.length == 0 ? new byte[1] : sound.clone();
                changed[at] ^= 4;
                store(column, changed);
                int told = bench.application().notices().size();
                ReviewResult refused = bench.application().reviews().approve(id, Map.of());
                assertThat(refused.done()).as("%s, byte %d: %s", column, at, refused.message()).isFalse();
                bench.application().journal().latest(10);
                bench.application().journal().rows(Instant.EPOCH, null, 10);
                assertThat(bench.application().notices()).as("%s, byte %d", column, at).hasSizeGreaterThan(told);
                assertThat(Files.readString(project.resolve("helper.py"))).isEqualTo(before);
                store(column, sound);
                sql("UPDATE envelopes SET quarantined = 0");
            }
        }
        sql("DELETE FROM quarantine");
        assertThat(bench.application().reviews().approve(id, Map.of()).done()).isTrue();
    }

    @Test
    void theReasonIsSaidWhenSuchAFixIsApproved() throws Exception {
        byte[] body = stored("body");
        body[body.length / 2] ^= 1;
        store("body", body);
        assertThat(bench.application().reviews().approve(id, Map.of()).message())
                .startsWith("The record of this fix is not what was written and was put aside:").endsWith("Nothing was changed.");
    }

    private static int[] places(int length) {
        return IntStream.range(0, PLACES).map(i -> (int) ((long) i * Math.max(0, length - 1) / (PLACES - 1))).distinct().toArray();
    }

    private byte[] stored(String column) throws SQLException {
        try (Connection database = open(); PreparedStatement query = database.prepareStatement("SELECT " + column + " FROM envelopes");
                ResultSet row = query.executeQuery()) {
            assertThat(row.next()).isTrue();
            return isText(column) ? row.getString(1).getBytes(StandardCharsets.UTF_8) : row.getBytes(1);
        }
    }

    private void store(String column, byte[] value) throws SQLException {
        try (Connection database = open(); PreparedStatement update = database.prepareStatement("UPDATE envelopes SET " + column + " = ?")) {
            if (isText(column)) {
                update.setString(1, new String(value, StandardCharsets.UTF_8));
            } else {
                update.setBytes(1, value);
            }
            update.executeUpdate();
        }
    }

    private static boolean isText(String column) {
        return Stream.of("body", "edits").noneMatch(column::equals);
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
