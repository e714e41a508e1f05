package dev.codeheals.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.codeheals.engine.knowledge.KnowledgeStats;
import dev.codeheals.engine.knowledge.PatternQuery;
import dev.codeheals.engine.knowledge.PatternSearch;
import dev.codeheals.engine.knowledge.SuccessPattern;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteKnowledgeTest {
    @TempDir
    Path folder;

    private Database database;
    private SqliteKnowledge knowledge;
    private int envelopes;

    @BeforeEach
    void open() {
        database = Database.open(folder, Envelopes.CLOCK);
        knowledge = new SqliteKnowledge(database, Envelopes.CLOCK);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theSameFixIncrementsAndNeverDuplicates() {
        SuccessPattern first = success(Patterns.importing("json"), 0.9);
        SuccessPattern again = success(Patterns.importing("json"), 0.8);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.successCount()).isEqualTo(2);
        assertThat(again.avgConfidence()).isEqualTo(0.85, within(1e-12));
        assertThat(knowledge.stats().totalPatterns()).isEqualTo(1);
    }

    @Test
    void successesBelowSeventyPercentAreNotKept() {
        assertThat(knowledge.recordSuccess(Patterns.importing("json"), 0.69, "e1")).isEmpty();
        assertThat(knowledge.stats().totalPatterns()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"error_code", "family", "cluster_id", "fix_description", "fix_diff", "edit_template", "success_count", "failure_count",
        "avg_confidence", "own_successes", "more_successes", "more_confidence", "source", "project", "first_success_at", "last_success_at"})
    void aPatternWithOneFlippedBitIsPutAsideAndTold(String column) throws SQLException {
        List<Long> told = new ArrayList<>();
        knowledge.onDamage(told::add);
        SuccessPattern sound = success(Patterns.importing("json"), 0.9);
        SuccessPattern untouched = success(Patterns.importing("math"), 0.9);
        flip(column, sound.id());

        assertThat(knowledge.find(sound.id())).isEmpty();
        assertThat(knowledge.search(PatternSearch.ALL, 0, 100)).extracting(SuccessPattern::id).containsExactly(untouched.id());
        assertThat(told).containsExactly(sound.id());
        assertThat(knowledge.stats()).extracting(KnowledgeStats::totalPatterns, KnowledgeStats::totalSuccesses).containsExactly(1, 1L);
        List<String> quarantine = database.read(connection -> Sql.texts(connection, "SELECT envelope_id FROM quarantine"));
        assertThat(quarantine).containsExactly("success_patterns:" + sound.id());
    }

    @Test
    void whatWasPutAsideIsLearntAnew() throws SQLException {
        SuccessPattern gone = success(Patterns.importing("json"), 0.9);
        flip("success_count", gone.id());
        assertThat(knowledge.find(gone.id())).isEmpty();

        SuccessPattern again = success(Patterns.importing("json"), 0.8);
        assertThat(again.successCount()).isEqualTo(1);
        assertThat(again.avgConfidence()).isEqualTo(0.8);
        assertThat(again.template()).isEqualTo(Patterns.importing("json").template());
        assertThat(knowledge.find(again.id())).contains(again);
    }

    /// Flips the lowest bit of a number or of a text's last character, as a disk does it: no trigger runs.
    private void flip(String column, long id) throws SQLException {
        database.inTransaction(connection -> {
            List<String> triggers = Sql.texts(connection, "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'success_patterns'");
            for (String name : Sql.texts(connection, "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'success_patterns'")) {
                Connections.execute(connection, "DROP TRIGGER " + name);
            }
            String found = Sql.texts(connection, "SELECT " + column + " FROM success_patterns WHERE id = ?", id).getFirst();
            char last = found.charAt(found.length() - 1);
            Sql.update(connection, "UPDATE success_patterns SET " + column + " = ? WHERE id = ?", found.substring(0, found.length() - 1) + (char) (last ^ 1), id);
            for (String trigger : triggers) {
                Connections.execute(connection, trigger);
            }
            return 1;
        });
    }

    @Test
    void theSameAttemptCountsOnceHoweverOftenItIsConfirmed() {
        knowledge.recordSuccess(Patterns.importing("json"), 0.9, "e1");
        assertThat(knowledge.recordSuccess(Patterns.importing("json"), 0.9, "e1").orElseThrow().successCount()).isEqualTo(1);
    }

    @Test
    void tagsFollowTheAverageAndNotTheLastRun() {
        success(Patterns.importing("json"), 0.96);
        success(Patterns.importing("json"), 0.96);
        SuccessPattern third = success(Patterns.importing("json"), 0.8);
        assertThat(third.tags()).containsExactly("GOLD_STANDARD");
        assertThat(success(Patterns.importing("csv"), 0.85).tags()).containsExactly("HIGH_CONFIDENCE");
        assertThat(success(Patterns.importing("re"), 0.75).tags()).containsExactly("RELIABLE");
    }

    @Test
    void evidenceAgainstAPatternTakesItsTags() {
        SuccessPattern gold = success(Patterns.importing("json"), 0.95);
        knowledge.recordFailure(gold.id(), "rejected");
        SuccessPattern after = knowledge.find(gold.id()).orElseThrow();
        assertThat(after.failureCount()).isEqualTo(1);
        assertThat(after.avgConfidence()).isEqualTo(0.95);
        assertThat(after.tags()).isEmpty();
    }

    @Test
    void oneUndoLowersAPatternAndWhatFailedMoreOftenThanItHeldIsNotGivenAnyMore() {
        SuccessPattern gold = success(Patterns.importing("json"), 0.9);
        SuccessPattern other = success(Patterns.of("RES.NAME_ERROR", "RES.NAME_ERROR:json", "Define json", Envelopes.NOON), 0.75);
        assertThat(lookup("json")).extracting(SuccessPattern::id).containsExactly(gold.id(), other.id());
        knowledge.recordFailure(gold.id(), "undone");
        assertThat(lookup("json")).extracting(SuccessPattern::id).containsExactly(other.id(), gold.id());
        knowledge.recordFailure(gold.id(), "rejected");
        assertThat(lookup("json")).extracting(SuccessPattern::id).containsExactly(other.id());
    }

    @Test
    void theExactClusterComesBeforeTheCodeAndTheCodeBeforeTheFamily() {
        for (int i = 0; i < 30; i++) {
            success(Patterns.importing("csv"), 0.99);
            success(Patterns.of("RES.MODULE_NOT_FOUND", "RES.MODULE_NOT_FOUND:yaml", "Install it", Envelopes.NOON), 0.99);
        }
        success(Patterns.importing("json"), 0.75);
        success(Patterns.of("TYPE.CALL", "TYPE.CALL", "Call it", Envelopes.NOON), 0.99);
        assertThat(lookup("json")).extracting(SuccessPattern::fixDescription).containsExactly("Import json", "Import csv", "Install it");
    }

    @Test
    void atMostFiveAreGiven() {
        for (int i = 0; i < 9; i++) {
            success(Patterns.importing("m" + i), 0.9);
        }
        assertThat(lookup("json")).hasSize(5);
    }

    @Test
    void whatHeldOftenRanksAboveWhatHeldOnce() {
        success(Patterns.of("A.B", "A.B", "Once", Envelopes.NOON), 0.95);
        for (int i = 0; i < 8; i++) {
            success(Patterns.of("A.B", "A.B", "Often", Envelopes.NOON), 0.92);
        }
        assertThat(knowledge.lookup(PatternQuery.of("A.B", "A.B", "/p"))).extracting(SuccessPattern::fixDescription).containsExactly("Often", "Once");
    }

    @Test
    void whatIsStaleFadesUnlessItIsGold() {
        var longAgo = Envelopes.NOON.minus(Duration.ofDays(900));
        success(Patterns.of("A.B", "A.B", "Stale", longAgo), 0.85);
        success(Patterns.of("A.B", "A.B", "Fresh", Envelopes.NOON), 0.80);
        success(Patterns.of("A.B", "A.B", "Old gold", longAgo), 0.99);
        assertThat(knowledge.lookup(PatternQuery.of("A.B", "A.B", "/p"))).extracting(SuccessPattern::fixDescription)
                .containsExactly("Old gold", "Fresh", "Stale");
    }

    @Test
    void searchFindsBeginningsOfWordsAndTakesAnyTextAsText() {
        success(Patterns.importing("json"), 0.9);
        success(Patterns.importing("collections"), 0.9);
        assertThat(knowledge.search("coll impo", 0, 10)).extracting(SuccessPattern::clusterId).containsExactly("RES.NAME_ERROR:collections");
        assertThat(knowledge.search("NAME_ERROR:json", 0, 10)).hasSize(1);
        assertThat(knowledge.search("\" OR * NEAR( -json' ; drop", 0, 10)).isEmpty();
        assertThat(knowledge.search("", 0, 10)).hasSize(2);
        assertThat(knowledge.search("import", 1, 1)).hasSize(1);
    }

    @Test
    void userTagsStayBesideTheDerivedOnes() {
        SuccessPattern json = success(Patterns.importing("json"), 0.95);
        knowledge.tag(json.id(), Set.of("team", "GOLD_STANDARD", "  two words "));
        assertThat(success(Patterns.importing("json"), 0.95).tags()).containsExactlyInAnyOrder("GOLD_STANDARD", "team", "two words");
        assertThat(knowledge.search("team", 0, 5)).hasSize(1);
        knowledge.tag(json.id(), Set.of());
        assertThat(knowledge.search("team", 0, 5)).isEmpty();
    }

    @Test
    void provenanceLinksBothWays() {
        SuccessPattern json = knowledge.recordSuccess(Patterns.importing("json"), 0.9, "e1").orElseThrow();
        knowledge.recordSuccess(Patterns.importing("json"), 0.9, "e2");
        assertThat(knowledge.provenance(json.id())).containsExactlyInAnyOrder("e1", "e2");
        assertThat(knowledge.patternsOf("e2")).containsExactly(json.id());
    }

    @Test
    void whatIsForgottenCanBeRecalled() {
        SuccessPattern json = success(Patterns.importing("json"), 0.9);
        knowledge.forget(json.id());
        assertThat(lookup("json")).isEmpty();
        assertThat(knowledge.search("json", 0, 5)).isEmpty();
        knowledge.recall(json.id());
        assertThat(lookup("json")).hasSize(1);
    }

    @Test
    void mergedPatternsCountAsOneAndCanBeSplitAgain() {
        SuccessPattern into = success(Patterns.of("A.B", "A.B", "Add the import", Envelopes.NOON), 0.9);
        SuccessPattern from = success(Patterns.of("A.B", "A.B", "Import it", Envelopes.NOON), 0.8);
        knowledge.merge(into.id(), from.id());
        success(Patterns.of("A.B", "A.B", "Import it", Envelopes.NOON), 1.0);
        SuccessPattern merged = knowledge.lookup(PatternQuery.of("A.B", "A.B", "/p")).getFirst();
        assertThat(merged.id()).isEqualTo(into.id());
        assertThat(merged.successCount()).isEqualTo(3);
        assertThat(merged.avgConfidence()).isEqualTo(0.9, within(1e-12));
        assertThat(knowledge.provenance(into.id())).hasSize(3);
        assertThatThrownBy(() -> knowledge.merge(from.id(), into.id())).isInstanceOf(StoreException.class);
        knowledge.split(from.id());
        assertThat(knowledge.find(into.id()).orElseThrow().successCount()).isEqualTo(1);
        assertThat(knowledge.find(from.id()).orElseThrow().successCount()).isEqualTo(2);
    }

    @Test
    void statisticsCountPatternsSuccessesGoldAndGrowth() {
        success(Patterns.of("A.B", "A.B:x", "One", Envelopes.NOON.minus(Duration.ofDays(15))), 0.95);
        success(Patterns.importing("json"), 0.75);
        success(Patterns.importing("json"), 0.75);
        KnowledgeStats stats = knowledge.stats();
        assertThat(stats.totalPatterns()).isEqualTo(2);
        assertThat(stats.totalSuccesses()).isEqualTo(3);
        assertThat(stats.goldStandardCount()).isEqualTo(1);
        assertThat(stats.overallAvgConfidence()).isEqualTo((0.95 + 0.75 * 2) / 3, within(1e-12));
        assertThat(stats.byFamily()).containsEntry("A", 1).containsEntry("RES", 1);
        assertThat(stats.growth()).containsExactly(new KnowledgeStats.Week(LocalDate.of(2026, 3, 9), 1, 1),
                new KnowledgeStats.Week(LocalDate.of(2026, 3, 16), 1, 1), new KnowledgeStats.Week(LocalDate.of(2026, 3, 23), 2, 1));
    }

    private List<SuccessPattern> lookup(String module) {
        return knowledge.lookup(PatternQuery.of("RES.NAME_ERROR", "RES.NAME_ERROR:" + module, "/home/ana/shop"));
    }

    private SuccessPattern success(SuccessPattern pattern, double confidence) {
        return knowledge.recordSuccess(pattern, confidence, "envelope-" + envelopes++).orElseThrow();
    }
}
