package dev.codeheals.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.classify.ClusterRules;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteClusterRulesTest {
    private static final String A = "KEY.KEY_ERROR:total";
    private static final String B = "KEY.KEY_ERROR:sum";

    @TempDir
    Path folder;

    @Test
    void mergesAndSplitsAreThereAfterARestart() {
        ClusterRules wanted = ClusterRules.NONE.merge(A, B).split(B, "shop/cart.py").split(B, "load");
        try (Database database = Database.open(folder, Envelopes.CLOCK)) {
            new SqliteClusterRules(database).change(rules -> rules.merge(A, B).split(B, "shop/cart.py").split(B, "load"));
        }
        try (Database database = Database.open(folder, Envelopes.CLOCK)) {
            assertThat(new SqliteClusterRules(database).get()).isEqualTo(wanted);
        }
        assertThat(SqliteClusterRules.keptIn(folder)).isEqualTo(wanted);
    }

    @Test
    void aChangeBuildsOnWhatAnotherProgramSaidMeanwhile() {
        try (Database first = Database.open(folder, Envelopes.CLOCK); Database second = Database.open(folder, Envelopes.CLOCK)) {
            SqliteClusterRules ours = new SqliteClusterRules(first);
            new SqliteClusterRules(second).change(rules -> rules.merge(A, B));
            assertThat(ours.change(rules -> rules.split(B, "a.py"))).isEqualTo(ClusterRules.NONE.merge(A, B).split(B, "a.py"));
        }
    }

    @Test
    void aFolderWithoutAStoreHasNoRules() {
        assertThat(SqliteClusterRules.keptIn(folder)).isEqualTo(ClusterRules.NONE);
    }
}
