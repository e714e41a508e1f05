package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MissingCommaTest {
    private final RuleExamples examples = RuleExamples.of(new MissingComma());

    @Test
    void betweenNumbers() {
        examples.heals("""
                values = [1, 2 3]
                assert len(values) == 3
                """, "[1, 2, 3]");
    }

    @Test
    void betweenArguments() {
        examples.heals("""
                assert pow(2 3) == 8
                """, "pow(2, 3)");
    }

    @Test
    void atALineEnd() {
        examples.heals("""
                options = {
                    "debug": True
                    "level": 2,
                }
                assert options["level"] == 2
                """, "\"debug\": True,");
    }

    @Test
    void betweenParameters() {
        examples.heals("""
                def move(x y):
                    return x + y

                assert move(1, 2) == 3
                """, "def move(x, y):");
    }

    @Test
    void butAColonInADict() {
        examples.heals("""
                prices = {"tea" 3, "milk": 4}
                assert prices["tea"] == 3
                """, "{\"tea\": 3, \"milk\": 4}");
    }

    @Test
    void leavesAnUnclosedString() {
        examples.leavesAlone("""
                print("a, 3)
                """);
    }

    @Test
    void leavesAWrongType() {
        examples.leavesAlone("""
                print("a" + 3)
                """);
    }

    @Test
    void leavesAnIndentedLine() {
        examples.leavesAlone("""
                x = 1
                    y = 2
                """);
    }
}
