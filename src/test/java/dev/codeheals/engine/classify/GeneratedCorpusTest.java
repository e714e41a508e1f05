package dev.codeheals.engine.classify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.detect.FailureScanner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// Texts printed by real interpreters, held against what those interpreters raised. {@code src/test/python/corpus} makes them.
class GeneratedCorpusTest {
    private static final String NO_PLACE = "Python prints no place here, so behind a container's prefix only one bare line stands";

    /// Why a text is not read as the program meant it.
    private static final Map<String, String> EXPLAINED = Map.of(
            "own_nested-3.8", "Python 3.8 prints a nested class by its last name, the hook knows its whole name",
            "syntax_encoding_unknown-3.10", NO_PLACE,
            "syntax_encoding_unknown-3.11", NO_PLACE,
            "syntax_blocks-3.8", NO_PLACE,
            "syntax_nested-3.8", "Python 3.8 prints the bare word MemoryError, which any program may print");

    private final ReBanker reBanker = new ReBanker(Taxonomy.builtIn(), ClusterRules.NONE);
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void readsWhatRealInterpretersRaised(TestReporter report) throws IOException {
        Map<String, List<String>> missed = new LinkedHashMap<>();
        Set<String> styles = new TreeSet<>();
        int texts = 0;
        int failures = 0;
        try (BufferedReader lines = corpus()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode text = json.readTree(line);
                texts++;
                failures += text.path("expect").size();
                styles.add(text.path("style").asText());
                List<String> differences = differences(text);
                if (!differences.isEmpty()) {
                    missed.put(text.path("id").asText(), differences);
                }
            }
        }
        report.publishEntry(Map.of("texts", String.valueOf(texts), "failures", String.valueOf(failures), "styles", String.valueOf(styles.size()),
                "missed", String.valueOf(missed.size())));
        missed.keySet().removeAll(EXPLAINED.keySet());
        assertThat(missed).as("texts misread for no known reason").isEmpty();
        assertThat(texts).isGreaterThan(600);
        assertThat(EXPLAINED.size()).as("misses").isLessThanOrEqualTo(texts / 100);
    }

    private static BufferedReader corpus() {
        InputStream in = Objects.requireNonNull(GeneratedCorpusTest.class.getResourceAsStream("/detect/generated.jsonl"));
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private List<String> differences(JsonNode text) {
        List<Failure> left = new ArrayList<>(FailureScanner.scan(text.path("text").asText()));
        List<String> all = new ArrayList<>();
        if (left.size() != text.path("expect").size()) {
            all.add(left.size() + " failures, not " + text.path("expect").size());
        }
        for (JsonNode wanted : text.path("expect")) {
            all.addAll(closest(new Expectation(wanted), left));
        }
        return all;
    }

    // Takes the failure that fits best out of those left, so that order does not count.
    private List<String> closest(Expectation wanted, List<Failure> left) {
        List<String> best = List.of("not found");
        Failure taken = null;
        for (Failure failure : left) {
            List<String> differences = wanted.differences(failure, reBanker.classify(failure, ProjectPaths.UNKNOWN).diagnosis());
            if (taken == null || differences.size() < best.size()) {
                best = differences;
                taken = failure;
            }
        }
        left.remove(taken);
        return best;
    }
}
