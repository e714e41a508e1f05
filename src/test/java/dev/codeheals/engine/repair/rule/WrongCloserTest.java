package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class WrongCloserTest {
    private final RuleExamples examples = RuleExamples.of(new WrongCloser());

    @Test
    void aKeyWhoseBracketIsNotOpened() {
        examples.heals("""
                def slowest(lines):
                    taken = 0
                    for line in lines:
                        parts = dict(pair.split("=") for pair in line.split())
                        taken = max(taken, int(parts"ms"]))
                    return taken

                assert slowest(["ms=3 user=ada", "ms=12"]) == 12
                """, "int(parts[\"ms\"])");
    }

    @Test
    void forAnotherKindInAList() {
        examples.heals("""
                pairs = [(1, 2], 3]
                print(pairs)
                """, "[(1, 2), 3]");
    }

    @Test
    void oneTooMany() {
        examples.heals("""
                print("a"))
                """, "print(\"a\")\n");
    }

    @Test
    void aCallThatWasNotOpened() {
        examples.heals("""
                print "a")
                """, "print(\"a\")");
    }

    @Test
    void aParameterListThatWasNotOpened() {
        examples.heals("""
                class Bus:
                    def emitself, topic):
                        return topic

                assert Bus().emit(1) == 1
                """, "def emit(self, topic):");
    }

    @Test
    void theNameOfACallGluedToItsArgument() {
        examples.heals("""
                def widest(cells):
                    width = 0
                    for cell in cells:
                        if width and lencell) < width:
                            continue
                        width = max(width, len(cell))
                    return width

                assert widest(["ab", "abc", "d"]) == 3
                """, "len(cell) < width");
    }

    @Test
    void aBraceForASquareBracket() {
        examples.heals("""
                data = {"a": [1, 2}}
                assert data["a"] == [1, 2]
                """, "[1, 2]}");
    }

    @Test
    void leavesAnUnclosedBracket() {
        examples.leavesAlone("""
                values = [1
                """);
    }

    @Test
    void leavesAMissingColon() {
        examples.leavesAlone("""
                if True
                    pass
                """);
    }

    @Test
    void leavesAnIndexError() {
        examples.leavesAlone("""
                print([][0])
                """);
    }
}
