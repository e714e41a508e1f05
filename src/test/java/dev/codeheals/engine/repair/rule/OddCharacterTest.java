package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class OddCharacterTest {
    private final RuleExamples examples = RuleExamples.of(new OddCharacter());

    @Test
    void curlyQuotes() {
        examples.heals("""
                print(“hello”)
                """, "print(\"hello\")");
    }

    @Test
    void aFullWidthComma() {
        examples.heals("""
                print("a"，"b")
                """, "(\"a\",\"b\")");
    }

    @Test
    void aLongDash() {
        examples.heals("""
                assert 5 – 3 == 2
                """, "5 - 3");
    }

    @Test
    void aMultiplicationSign() {
        examples.heals("""
                assert 2 × 3 == 6
                """, "2 * 3");
    }

    @Test
    void aNoBreakSpace() {
        examples.heals("""
                x\u00a0= 1
                assert x == 1
                """, "x = 1");
    }

    @Test
    void leavesLettersOfOtherScripts() {
        examples.leavesAlone("""
                größe = 3
                print(grösse)
                """);
    }

    @Test
    void leavesAQuestionMark() {
        examples.leavesAlone("""
                x = 1 ? 2
                """);
    }

    @Test
    void leavesAKeyError() {
        examples.leavesAlone("""
                print({}["“"])
                """);
    }
}
