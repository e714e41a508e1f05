package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class ComparisonAsStatementTest {
    private final RuleExamples examples = RuleExamples.of(new ComparisonAsStatement());

    @Test
    void atTheTopLevel() {
        examples.heals("""
                x == 3
                assert x + 1 == 4
                """, "x = 3");
    }

    @Test
    void inAFunction() {
        examples.heals("""
                def add(xs):
                    total == 0
                    for x in xs:
                        total += x
                    return total

                assert add([1]) == 1
                """, "total = 0");
    }

    @Test
    void aText() {
        examples.heals("""
                name == "a"
                assert name.upper() == "A"
                """, "name = \"a\"");
    }

    @Test
    void aCall() {
        examples.heals("""
                n == len("ab")
                assert n == 2
                """, "n = len(\"ab\")");
    }

    @Test
    void usedLater() {
        examples.heals("""
                def f():
                    size == 2
                    return size

                assert f() == 2
                """, "size = 2");
    }

    @Test
    void leavesAMissingName() {
        examples.leavesAlone("""
                print(nothing)
                """);
    }

    @Test
    void leavesAComparisonOfKnownNames() {
        examples.leavesAlone("""
                x = 1
                x == 2
                print(y)
                """);
    }

    @Test
    void leavesAnAssertion() {
        examples.leavesAlone("""
                x = 1
                assert x == 2
                """);
    }
}
