package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class UnclosedBracketTest {
    private final RuleExamples examples = RuleExamples.of(new UnclosedBracket());

    @Test
    void ofACallAtTheLineEnd() {
        examples.heals("""
                print(max(1, 2)
                print("done")
                """, "print(max(1, 2))");
    }

    @Test
    void ofAListBeforeALoop() {
        examples.heals("""
                letters = ["x", "y"
                for letter in letters:
                    print(letter)
                """, "[\"x\", \"y\"]\n");
    }

    @Test
    void ofADictOverSeveralLines() {
        examples.heals("""
                table = {
                    "a": 1,
                    "b": 2,

                def look(key):
                    return table[key]

                assert look("b") == 2
                """, "\"b\": 2,\n}");
    }

    @Test
    void ofAnArgument() {
        examples.heals("""
                rows = [4, 5]
                print(len(rows)
                """, "len(rows))");
    }

    @Test
    void ofASumOverLines() {
        examples.heals("""
                total = (1 +
                         2 +
                         3
                assert total == 6
                """, "3)");
    }

    @Test
    void leavesAnExtraBracket() {
        examples.leavesAlone("""
                print("a"))
                """);
    }

    @Test
    void leavesAnUnterminatedString() {
        examples.leavesAlone("""
                print("a)
                """);
    }

    @Test
    void leavesAKeyError() {
        examples.leavesAlone("""
                print({}["a"])
                """);
    }
}
