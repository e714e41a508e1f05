package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class SuperfluousWordTest {
    private final RuleExamples examples = RuleExamples.of(new SuperfluousWord());

    @Test
    void theReturnOfALambda() {
        examples.heals("""
                add = lambda x: return x + 1
                assert add(1) == 2
                """, "lambda x: x + 1");
    }

    @Test
    void thenInACondition() {
        examples.heals("""
                x = 1
                if x == 1 then:
                    print("one")
                """, "if x == 1:");
    }

    @Test
    void aDeclaredType() {
        examples.heals("""
                int n = 3
                assert n == 3
                """, "n = 3");
    }

    @Test
    void typesOfParameters() {
        examples.heals("""
                def f(int a, String b):
                    return b * a

                assert f(2, "x") == "xx"
                """, "a: int, b: str");
    }

    @Test
    void aMissingIn() {
        examples.heals("""
                for i range(3):
                    print(i)
                """, "for i in range(3):");
    }

    @Test
    void leavesAnAnnotatedName() {
        examples.leavesAlone("""
                n: int = "a" + 1
                """);
    }

    @Test
    void leavesAMissingColon() {
        examples.leavesAlone("""
                while True
                    break
                """);
    }

    @Test
    void leavesAName() {
        examples.leavesAlone("""
                print(then)
                """);
    }
}
