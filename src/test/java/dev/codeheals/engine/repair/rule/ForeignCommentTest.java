package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class ForeignCommentTest {
    private final RuleExamples examples = RuleExamples.of(new ForeignComment());

    @Test
    void aWholeLine() {
        examples.heals("""
                // a helper
                def one():
                    return 1

                assert one() == 1
                """, "# a helper");
    }

    @Test
    void behindCode() {
        examples.heals("""
                x = 1 // the first
                assert x == 1
                """, "x = 1 # the first");
    }

    @Test
    void aBlock() {
        examples.heals("""
                /* counts */
                x = 3
                assert x == 3
                """, "# counts");
    }

    @Test
    void severalLines() {
        examples.heals("""
                /*
                 * one
                 * two
                 */
                x = 1
                """, "# one", "# two");
    }

    @Test
    void aMarkupComment() {
        examples.heals("""
                <!-- note -->
                x = 2
                """, "# note");
    }

    @Test
    void leavesAFloorDivision() {
        examples.leavesAlone("""
                print(7 // "a")
                """);
    }

    @Test
    void leavesAMissingColon() {
        examples.leavesAlone("""
                def f()
                    return 1
                """);
    }

    @Test
    void leavesAZeroDivision() {
        examples.leavesAlone("""
                print(1 // 0)
                """);
    }
}
