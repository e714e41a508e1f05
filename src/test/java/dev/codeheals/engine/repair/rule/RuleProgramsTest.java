package dev.codeheals.engine.repair.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Reads the tests of the rules: each proves its rule on enough programs, and on programs of its own.
class RuleProgramsTest {
    private static final Path TESTS = Path.of("src/test/java/dev/codeheals/engine/repair/rule");
    private static final Pattern HEALED = Pattern.compile("\\.(?:heals|advises)\\(");
    private static final Pattern LEFT = Pattern.compile("\\.leavesAlone\\(");
    private static final Pattern PROGRAM = Pattern.compile("\\(\"\"\"\\R(.*?)\"\"\"", Pattern.DOTALL);
    /// So many equal lines in a row are copied.
    private static final int COPIED = 5;

    @Test
    void healFivePrograms() {
        assertThat(rules().stream().filter(rule -> count(HEALED, rule) < 5)).isEmpty();
    }

    @Test
    void leaveThreeProgramsAlone() {
        assertThat(rules().stream().filter(rule -> count(LEFT, rule) < 3)).isEmpty();
    }

    @Test
    void borrowNoProgramFromAnotherRule() {
        Map<String, String> seen = new HashMap<>();
        List<String> copies = new ArrayList<>();
        for (String rule : rules()) {
            for (String lines : windows(rule)) {
                String other = seen.putIfAbsent(lines, rule);
                if (other != null && !other.equals(rule)) {
                    copies.add(other + " and " + rule + ":\n" + lines);
                }
            }
        }
        assertThat(copies).isEmpty();
    }

    private static List<String> rules() {
        return RuleBook.standard(_ -> { }).rules().stream().map(rule -> rule.getClass().getSimpleName()).toList();
    }

    private static long count(Pattern pattern, String rule) {
        return pattern.matcher(test(rule)).results().count();
    }

    private static List<String> windows(String rule) {
        return PROGRAM.matcher(test(rule)).results().flatMap(RuleProgramsTest::windows).toList();
    }

    private static Stream<String> windows(MatchResult program) {
        List<String> lines = program.group(1).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return Stream.iterate(0, at -> at + COPIED <= lines.size(), at -> at + 1).map(at -> String.join("\n", lines.subList(at, at + COPIED)));
    }

    private static String test(String rule) {
        try {
            return Files.readString(TESTS.resolve(rule + "Test.java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
