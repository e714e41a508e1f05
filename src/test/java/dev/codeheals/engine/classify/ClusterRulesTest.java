package dev.codeheals.engine.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClusterRulesTest {
    private static final String A = "KEY.KEY_ERROR:total";
    private static final String B = "KEY.KEY_ERROR:sum";
    private static final String C = "KEY.KEY_ERROR:amount";

    @Test
    void aMergedClusterCountsToTheOther() {
        assertThat(ClusterRules.NONE.merge(A, B).apply(A, "a.py", "f")).contains(B);
    }

    @Test
    void mergesAreFollowed() {
        assertThat(ClusterRules.NONE.merge(A, B).merge(B, C).apply(A, "a.py", "f")).contains(C);
    }

    @Test
    void aMergeTheOtherWayRoundReplacesTheFirst() {
        ClusterRules rules = ClusterRules.NONE.merge(A, B).merge(B, A);
        assertThat(rules.apply(A, "a.py", "f")).isEmpty();
        assertThat(rules.apply(B, "a.py", "f")).contains(A);
    }

    @Test
    void mergesNeverRunInCircles() {
        ClusterRules rules = ClusterRules.NONE.merge(A, B).merge(B, C).merge(C, A);
        assertThat(rules.apply(C, "a.py", "f")).contains(B);
        assertThat(rules.apply(A, "a.py", "f")).contains(B);
    }

    @Test
    void aSplitConcernsOnePlace() {
        ClusterRules rules = ClusterRules.NONE.split(A, "shop/cart.py");
        assertThat(rules.apply(A, "shop/cart.py", "f")).contains(A + "@shop/cart.py");
        assertThat(rules.apply(A, "shop/other.py", "f")).isEmpty();
    }

    @Test
    void aSplitMayNameAFunction() {
        assertThat(ClusterRules.NONE.split(A, "load").apply(A, "a.py", "load")).contains(A + "@load");
    }

    @Test
    void whatWasMergedCanBeSplitAgain() {
        ClusterRules rules = ClusterRules.NONE.merge(A, B).split(B, "a.py");
        assertThat(rules.apply(A, "a.py", "f")).contains(B + "@a.py");
        assertThat(rules.apply(A, "b.py", "f")).contains(B);
    }

    @Test
    void resetTakesBackWhatWasSaidOfACluster() {
        ClusterRules rules = ClusterRules.NONE.merge(A, B).split(A, "a.py").reset(A);
        assertThat(rules).isEqualTo(ClusterRules.NONE);
    }
}
