package dev.codeheals.ui.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.classify.ClusterRules;
import dev.codeheals.engine.classify.ProjectPaths;
import dev.codeheals.engine.classify.ReBanker;
import dev.codeheals.engine.classify.Taxonomy;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassificationTest {
    private final Classification classification = new Classification(new ReBanker(Taxonomy.builtIn(), ClusterRules.NONE));

    @Test
    void aPastedTracebackIsExplained() {
        List<Classified> found = classification.of("""
                Traceback (most recent call last):
                  File "/home/user/shop/cart.py", line 4, in total
                    return json.loads(text)
                  File "/usr/lib/python3.11/json/__init__.py", line 346, in loads
                    return _default_decoder.decode(s)
                json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)
                """, new ProjectPaths(List.of("/home/user/shop")));
        assertThat(found).hasSize(1);
        Classified classified = found.getFirst();
        assertThat(classified.sealed().diagnosis().errorCode()).isEqualTo("SER.JSON_PARSE");
        assertThat(classified.explanation().detector()).isNotNull();
        assertThat(classified.own()).containsExactly(true, false);
        assertThat(classified.innermost()).isZero();
    }

    @Test
    void theRulesThatMayHealItAreNamed() {
        List<Classified> found = classification.of("NameError: name 'jsn' is not defined\n", ProjectPaths.UNKNOWN);
        assertThat(found.getFirst().rules()).contains("misspelt-name", "missing-stdlib-import");
    }

    @Test
    void textWithoutAFailureGivesNothing() {
        assertThat(classification.of("all is well", ProjectPaths.UNKNOWN)).isEmpty();
    }
}
