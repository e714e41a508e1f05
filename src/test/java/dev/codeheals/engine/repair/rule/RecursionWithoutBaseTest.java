package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class RecursionWithoutBaseTest {
    private final RuleExamples examples = RuleExamples.of(new RecursionWithoutBase());

    @Test
    void aProduct() {
        examples.heals("""
                def fact(n):
                    return n * fact(n - 1)

                assert fact(5) == 120
                """, "if n <= 1:\n        return 1");
    }

    @Test
    void aProductOfTwo() {
        examples.heals("""
                def power(base, n):
                    return base * power(base, n - 1)

                assert power(2, 1) in (1, 2)
                """, "return 1");
    }

    @Test
    void aSumOfAList() {
        examples.heals("""
                def total(xs):
                    return xs[0] + total(xs[1:])

                assert total([1, 2]) == 3
                """, "if not xs:\n        return 0");
    }

    @Test
    void aMethod() {
        examples.heals("""
                class M:
                    def fact(self, n):
                        return n * self.fact(n - 1)

                assert M().fact(3) == 6
                """, "return 1");
    }

    @Test
    void aDoubling() {
        examples.heals("""
                def grow(n):
                    return 2 * grow(n - 1)

                assert grow(1) == 1
                """, "return 1");
    }

    @Test
    void leavesAFunctionWithABase() {
        examples.leavesAlone("""
                def f(n):
                    if n == 0:
                        return 0
                    return f(n + 1)

                f(1)
                """);
    }

    @Test
    void leavesAnIndexError() {
        examples.leavesAlone("""
                print([][0])
                """);
    }

    @Test
    void leavesAnEndlessProperty() {
        examples.leavesAlone("""
                class A:
                    def __repr__(self):
                        return repr(self)

                repr(A())
                """);
    }

    @Test
    void saysWhatIsMissing() {
        examples.advises("""
                def f(n):
                    return f(n)

                f(1)
                """, "smallest input");
    }
}
