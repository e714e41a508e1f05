package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MixedTabsTest {
    private final RuleExamples examples = RuleExamples.of(new MixedTabs());

    @Test
    void oneTabAmongSpaces() {
        examples.heals("""
                def f():
                    a = 1
                \tb = 2
                    return a + b

                assert f() == 3
                """, "    b = 2");
    }

    @Test
    void spacesAmongTabs() {
        examples.heals("""
                def f():
                \ta = 1
                        b = 2
                \treturn a + b

                assert f() == 3
                """, "\tb = 2");
    }

    @Test
    void inALoop() {
        examples.heals("""
                def add(numbers):
                    total = 0
                    for n in numbers:
                \t    total += n
                        total += 0
                    return total

                assert add([1]) == 1
                """, "        total += n");
    }

    @Test
    void inAClass() {
        examples.heals("""
                class A:
                    def f(self):
                        return 1
                \tdef g(self):
                \t    return 2

                assert A().g() == 2
                """, "    def g(self):");
    }

    @Test
    void keepsCodeWithTabsInStrings() {
        examples.heals("""
                def f():
                    text = "a\tb"
                \treturn text

                assert len(f()) == 3
                """, "\"a\tb\"");
    }

    @Test
    void leavesAFileWithoutTabs() {
        examples.leavesAlone("""
                def f():
                    a = 1
                   return a
                """);
    }

    @Test
    void leavesAnUnclosedBracket() {
        examples.leavesAlone("""
                x = (1
                """);
    }

    @Test
    void leavesAZeroDivision() {
        examples.leavesAlone("""
                print(1 / 0)
                """);
    }
}
