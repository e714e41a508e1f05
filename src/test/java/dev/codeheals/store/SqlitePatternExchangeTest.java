package dev.codeheals.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.codeheals.engine.knowledge.PatternExchange.ImportReport;
import dev.codeheals.engine.knowledge.PatternQuery;
import dev.codeheals.engine.knowledge.SuccessPattern;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlitePatternExchangeTest {
    @TempDir
    Path folder;

    private Side ana;
    private Side ben;

    private record Side(Database database, SqliteKnowledge knowledge, SqlitePatternExchange exchange) {
        static Side open(Path folder) {
            Database database = Database.open(folder, Envelopes.CLOCK);
            return new Side(database, new SqliteKnowledge(database, Envelopes.CLOCK), new SqlitePatternExchange(database));
        }

        SuccessPattern success(String module, double confidence, String envelope) {
            return knowledge.recordSuccess(Patterns.importing(module), confidence, envelope).orElseThrow();
        }

        SuccessPattern known(String module) {
            return knowledge.lookup(PatternQuery.of("RES.NAME_ERROR", "RES.NAME_ERROR:" + module, "/p")).getFirst();
        }

        String exported() throws IOException {
            StringWriter out = new StringWriter();
            exchange.exportTo(out);
            return out.toString();
        }

        ImportReport imported(String lines) throws IOException {
            return exchange.importFrom(new BufferedReader(new StringReader(lines)));
        }
    }

    @BeforeEach
    void open() {
        ana = Side.open(folder.resolve("ana"));
        ben = Side.open(folder.resolve("ben"));
    }

    @AfterEach
    void close() {
        ana.database.close();
        ben.database.close();
    }

    @Test
    void importingTwiceChangesNothing() throws IOException {
        ana.success("json", 0.9, "a1");
        ana.success("json", 0.8, "a2");
        String lines = ana.exported();
        assertThat(ben.imported(lines)).isEqualTo(new ImportReport(1, 0, 0, List.of()));
        String once = ben.exported();
        assertThat(ben.imported(lines)).isEqualTo(new ImportReport(0, 0, 1, List.of()));
        assertThat(ben.exported()).isEqualTo(once);
        assertThat(ben.known("json").successCount()).isEqualTo(2);
    }

    @Test
    void whatComesBackFromWhereItStartedIsNotCountedAgain() throws IOException {
        ana.success("json", 0.9, "a1");
        ben.imported(ana.exported());
        ben.success("json", 0.7, "b1");
        ana.imported(ben.exported());
        ben.imported(ana.exported());
        assertThat(ana.known("json").successCount()).isEqualTo(2);
        assertThat(ben.known("json").successCount()).isEqualTo(2);
        assertThat(ana.known("json").avgConfidence()).isEqualTo(0.8, within(1e-9));
        assertThat(ana.exported()).isEqualTo(ben.exported());
    }

    @Test
    void theOrderOfImportsDoesNotMatter() throws IOException {
        ana.success("json", 0.9, "a1");
        ben.success("json", 0.8, "b1");
        ben.success("csv", 0.8, "b2");
        String one = ana.exported();
        String two = ben.exported();
        Side cleo = Side.open(folder.resolve("cleo"));
        Side dan = Side.open(folder.resolve("dan"));
        cleo.imported(one);
        cleo.imported(two);
        dan.imported(two);
        dan.imported(one);
        assertThat(cleo.exported()).isEqualTo(dan.exported());
        cleo.database.close();
        dan.database.close();
    }

    @Test
    void whatNeverHeldHereIsNotGoldAndRanksBelowWhatDid() throws IOException {
        for (int i = 0; i < 20; i++) {
            ana.success("json", 0.99, "a" + i);
        }
        ben.imported(ana.exported());
        assertThat(ana.known("json").gold()).isTrue();
        assertThat(ben.known("json").tags()).containsExactly("HIGH_CONFIDENCE");
        ben.success("json", 0.95, "b1");
        assertThat(ben.known("json").gold()).isTrue();
    }

    @Test
    void noProjectPathLeavesTheMachine() throws IOException {
        ana.success("json", 0.9, "a1");
        assertThat(ana.exported()).doesNotContain("/home/ana").endsWith("\n");
    }

    @Test
    void nobodyCanCountInOurName() throws IOException {
        ana.success("json", 0.9, "a1");
        String forged = ana.exported().replace("\"successes\":1", "\"successes\":900").replace("\"confidence\":0.9", "\"confidence\":890.0");
        assertThat(ana.imported(forged).unchanged()).isEqualTo(1);
        assertThat(ana.known("json").successCount()).isEqualTo(1);
    }

    @Test
    void faultyLinesAreNamedAndTheRestIsTaken() throws IOException {
        ana.success("json", 0.9, "a1");
        String good = ana.exported();
        ImportReport report = ben.imported("not json\n" + good + "\n{\"v\":7}\n" + good.replace("RES.NAME_ERROR\"", "'; drop table\"")
                + good.replace("\"successes\":1", "\"successes\":-5") + good.replace("\"confidence\":0.9", "\"confidence\":1e9"));
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.faults()).containsExactly("Line 1: The line is not JSON.", "Line 4: This is no pattern of a version this program knows.",
                "Line 5: \"'; drop table\" is no error code.", "Line 6: The counts contradict each other.", "Line 7: The counts contradict each other.");
    }

    @Test
    void noLineMakesItselfGoldOrYoungForEverOrPaintsTheTerminal() throws IOException {
        ana.success("json", 0.9, "a1");
        String good = ana.exported();
        String time = ana.known("json").lastSuccessAt().toString();
        ImportReport report = ben.imported(good.replace("\"tags\":[]", "\"tags\":[\"gold_standard\",\"GOLD_STANDARD\",\"a\\nGOLD_STANDARD\"]")
                + good.replace(time, "+1000000000-12-31T23:59:59Z") + good.replace(time, "-1000000000-01-01T00:00:00Z")
                + good.replace("Import json", "Import \\u001b[2Jjson"));
        assertThat(report.added()).isEqualTo(1);
        assertThat(ben.known("json").gold()).isFalse();
        assertThat(ben.known("json").tags()).containsExactlyInAnyOrder("HIGH_CONFIDENCE", "a GOLD_STANDARD");
        assertThat(report.faults()).hasSize(3).last().isEqualTo("Line 4: The pattern's fix_description holds control characters.");
    }

    @Test
    void tagsOfBothSidesAreKept() throws IOException {
        ana.knowledge.tag(ana.success("json", 0.9, "a1").id(), Set.of("ours"));
        ben.knowledge.tag(ben.success("json", 0.9, "b1").id(), Set.of("theirs"));
        ben.imported(ana.exported());
        assertThat(ben.known("json").tags()).contains("ours", "theirs");
    }

    @Test
    void whatWasForgottenStaysForgotten() throws IOException {
        ana.success("json", 0.9, "a1");
        String lines = ana.exported();
        ben.imported(lines);
        ben.knowledge.forget(ben.known("json").id());
        ben.imported(lines);
        assertThat(ben.knowledge.search("json", 0, 5)).isEmpty();
    }
}
