package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class PastedProseTest {
    private final RuleExamples examples = RuleExamples.of(new PastedProse());

    @Test
    void fences() {
        examples.heals("""
                ```python
                def one():
                    return 1
                ```
                assert one() == 1
                """, "def one():");
    }

    @Test
    void aSentenceBefore() {
        examples.heals("""
                Here is the fixed version:

                def one():
                    return 1

                assert one() == 1
                """, "# Here is the fixed version:");
    }

    @Test
    void aFenceWithoutLanguage() {
        examples.heals("""
                ```
                x = 1
                ```
                """, "x = 1");
    }

    @Test
    void aPrompt() {
        examples.heals("""
                >>> x = 2
                """, "x = 2");
    }

    @Test
    void fencesWithTildes() {
        examples.heals("""
                ```py
                x = 3
                assert x == 3
                ```
                """, "x = 3");
    }

    @Test
    void leavesAMissingColon() {
        examples.leavesAlone("""
                while True
                    break
                """);
    }

    @Test
    void leavesAString() {
        examples.leavesAlone("""
                print("Here is the code)
                """);
    }

    @Test
    void leavesAnImport() {
        examples.leavesAlone("""
                import nothing_like_this
                """);
    }
}
