package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MissingParenthesesTest {
    private final RuleExamples examples = RuleExamples.of(new MissingParentheses());

    @Test
    void ofADefinition() {
        examples.heals("""
                def main:
                    return 1

                assert main() == 1
                """, "def main():");
    }

    @Test
    void anImportWrittenBackwards() {
        examples.heals("""
                import sqrt from math
                assert sqrt(4) == 2
                """, "from math import sqrt");
    }

    @Test
    void aLoopInParentheses() {
        examples.heals("""
                for (n in [1, 2]):
                    print(n)
                """, "for n in [1, 2]:");
    }

    @Test
    void ofAMethod() {
        examples.heals("""
                class A:
                    def run:
                        return 2

                assert A.run() == 2
                """, "def run():");
    }

    @Test
    void twoNamesWrittenBackwards() {
        examples.heals("""
                import sin, cos from math
                assert cos(0) == 1
                """, "from math import sin, cos");
    }

    @Test
    void leavesAMissingColon() {
        examples.leavesAlone("""
                def f()
                    return 1
                """);
    }

    @Test
    void leavesAnUncalledFunction() {
        examples.leavesAlone("""
                def f():
                    return 1

                print(f + 1)
                """);
    }

    @Test
    void leavesAMissingModule() {
        examples.leavesAlone("""
                import nothing_of_that_name
                """);
    }
}
