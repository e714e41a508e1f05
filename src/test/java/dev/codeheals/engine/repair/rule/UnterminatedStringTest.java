package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class UnterminatedStringTest {
    private final RuleExamples examples = RuleExamples.of(new UnterminatedString());

    @Test
    void atTheLineEnd() {
        examples.heals("""
                name = "world
                assert name == "world"
                """, "= \"world\"");
    }

    @Test
    void beforeABracket() {
        examples.heals("""
                print('go)
                """, "print('go')");
    }

    @Test
    void withAnApostrophe() {
        examples.heals("""
                text = 'don't stop'
                assert text.startswith("don")
                """, "\"don't stop\"");
    }

    @Test
    void ofADocstring() {
        examples.heals("""
                def one():
                    \"""Give one.
                    return 1

                assert one() == 1
                """, "\"\"\"Give one.\"\"\"");
    }

    @Test
    void ofAKey() {
        examples.heals("""
                table = {"a: 1, "b": 2}
                assert table["a"] == 1
                """, "{\"a\": 1, \"b\": 2}");
    }

    @Test
    void leavesAnOpenBracket() {
        examples.leavesAlone("""
                print("a"
                """);
    }

    @Test
    void leavesAMissingName() {
        examples.leavesAlone("""
                print(a)
                """);
    }

    @Test
    void leavesABadEscape() {
        examples.leavesAlone("""
                path = "C:\\Users\\x"
                """);
    }

    @Test
    void aKeyOpenedWithTheOtherQuote() {
        examples.heals("""
                PRICES = {"tea": 2, 'milk": 3, "jam": 4}
                assert sum(PRICES.values()) == 9
                """, "\"milk\"");
    }
}
