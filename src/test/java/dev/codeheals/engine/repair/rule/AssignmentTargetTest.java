package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class AssignmentTargetTest {
    private final RuleExamples examples = RuleExamples.of(new AssignmentTarget());

    @Test
    void swappedSides() {
        examples.heals("""
                3 = x
                assert x == 3
                """, "x = 3");
    }

    @Test
    void aCallOnTheLeft() {
        examples.heals("""
                len("ab") = n
                assert n == 2
                """, "n = len(\"ab\")");
    }

    @Test
    void aHyphenInAName() {
        examples.heals("""
                first-name = "Ann"
                assert first-name == "Ann"
                """, "first_name = \"Ann\"", "first_name == \"Ann\"");
    }

    @Test
    void aTextOnTheLeft() {
        examples.heals("""
                "a" = label
                assert label == "a"
                """, "label = \"a\"");
    }

    @Test
    void theHyphenEverywhere() {
        examples.heals("""
                item-count = 1
                item-count += 1
                assert item-count == 2
                """, "item_count += 1");
    }

    @Test
    void leavesAComparison() {
        examples.leavesAlone("""
                x = 3
                if x = 3:
                    pass
                """);
    }

    @Test
    void leavesAnUnfinishedLine() {
        examples.leavesAlone("""
                x =
                """);
    }

    @Test
    void leavesAnUnpackingError() {
        examples.leavesAlone("""
                a, b = 1,
                """);
    }
}
