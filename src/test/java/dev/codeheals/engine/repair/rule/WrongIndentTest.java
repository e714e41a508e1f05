package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class WrongIndentTest {
    private final RuleExamples examples = RuleExamples.of(new WrongIndent());

    @Test
    void oneBlankTooFew() {
        examples.heals("""
                class A:
                    def __init__(self):
                        self.a = 1
                       self.b = 2

                assert A().b == 2
                """, "        self.b = 2");
    }

    @Test
    void oneBlankTooMany() {
        examples.heals("""
                x = 1
                 y = 2
                assert x + y == 3
                """, "\ny = 2");
    }

    @Test
    void aBlockTooDeep() {
        examples.heals("""
                def f():
                    \"""Add.\"""
                      a = 1
                      b = 2
                      return a + b

                assert f() == 3
                """, "    a = 1\n    b = 2");
    }

    @Test
    void aDedentToNoLevel() {
        examples.heals("""
                def f(items):
                    total = 0
                    for item in items:
                        total += item
                   return total

                assert f([1, 2]) == 3
                """, "    return total");
    }

    @Test
    void afterAComment() {
        examples.heals("""
                # the start
                  value = 3
                assert value == 3
                """, "value = 3");
    }

    @Test
    void leavesAMissingBlockAlone() {
        examples.leavesAlone("""
                x = [1
                """);
    }

    @Test
    void leavesAMisspeltKeyword() {
        examples.leavesAlone("""
                whlie True:
                    break
                """);
    }

    @Test
    void leavesANameError() {
        examples.leavesAlone("""
                print(nothing)
                """);
    }
}
