package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class OldPythonTest {
    private final RuleExamples examples = RuleExamples.of(new OldPython());

    @Test
    void exceptWithAComma() {
        examples.heals("""
                try:
                    int("a")
                except ValueError, e:
                    print(e)
                """, "except ValueError as e:");
    }

    @Test
    void raiseWithAComma() {
        examples.heals("""
                def f():
                    raise KeyError, "gone"

                try:
                    f()
                except KeyError:
                    pass
                """, "raise KeyError(\"gone\")");
    }

    @Test
    void backticks() {
        examples.heals("""
                n = 3
                assert `n` == "3"
                """, "repr(n)");
    }

    @Test
    void longNumbers() {
        examples.heals("""
                assert 10L + 5L == 15
                """, "10 + 5");
    }

    @Test
    void unicodeRawPrefix() {
        examples.heals("""
                assert ur"a\\d" == "a\\\\d"
                """, "r\"a\\d\"");
    }

    @Test
    void leavesAnUnfinishedTry() {
        examples.leavesAlone("""
                try:
                    x = 1
                """);
    }

    @Test
    void leavesAnOpenList() {
        examples.leavesAlone("""
                x = [1
                """);
    }

    @Test
    void leavesATypeError() {
        examples.leavesAlone("""
                raise "text"
                """);
    }
}
