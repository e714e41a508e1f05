package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class OneTokenTest {
    private final RuleExamples examples = RuleExamples.of(new OneToken());

    @Test
    void aDoubledColon() {
        examples.heals("""
                def f()::
                    return 1

                assert f() == 1
                """, "def f():\n");
    }

    @Test
    void aDoubledKeyword() {
        examples.heals("""
                for x in in [1]:
                    print(x)
                """, "for x in [1]");
    }

    @Test
    void aDoubledOperator() {
        examples.heals("""
                x = = 1
                assert x == 1
                """, "x = 1");
    }

    @Test
    void aDoubledComma() {
        examples.heals("""
                def f(a, b):
                    return a + b

                assert f(1,, 2) == 3
                """, "f(1, 2)");
    }

    @Test
    void aStrayBracket() {
        examples.heals("""
                x = [1]]
                assert x == [1]
                """, "x = [1]");
    }

    @Test
    void leavesWhatCompiles() {
        examples.leavesAlone("""
                print(undefined_thing)
                """);
    }

    @Test
    void leavesARuntimeTypeError() {
        examples.leavesAlone("""
                print(1 + "a")
                """);
    }

    @Test
    void leavesAFailedCheck() {
        examples.leavesAlone("""
                assert 1 > 2
                """);
    }
}
