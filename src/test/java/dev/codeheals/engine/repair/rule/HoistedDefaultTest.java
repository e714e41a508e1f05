package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class HoistedDefaultTest {
    private final RuleExamples examples = RuleExamples.of(new HoistedDefault());

    @Test
    void startsASum() {
        examples.heals("""
                def total(xs):
                    for x in xs:
                        result += x
                    return result

                assert total([1, 2]) == 3
                """, "def total(xs):\n    result = 0\n    for x in xs:");
    }

    @Test
    void startsAString() {
        examples.heals("""
                def joined(words):
                    for w in words:
                        line += w.upper()
                    return line

                assert joined(["a"]) == "A"
                """, "    line = \"\"");
    }

    @Test
    void startsAProductWithOne() {
        examples.heals("""
                def product(xs):
                    for x in xs:
                        p *= x
                    return p

                assert product([2, 3]) == 6
                """, "    p = 1");
    }

    @Test
    void setsAFlagFirst() {
        examples.heals("""
                def has(xs, y):
                    for x in xs:
                        if x == y:
                            found = True
                    return found

                assert has([1], 2) is False
                """, "    found = False");
    }

    @Test
    void startsAListOfResults() {
        examples.heals("""
                def load(n):
                    if n > 3:
                        rows = [1, 2]
                    for r in rows:
                        print(r)
                    return rows

                assert load(1) == []
                """, "    rows = []");
    }

    @Test
    void startsAModuleVariable() {
        examples.heals("""
                for x in [1, 2]:
                    total += x
                assert total == 3
                """, "total = 0\nfor x in [1, 2]:");
    }

    @Test
    void leavesCallsAlone() {
        examples.leavesAlone("""
                def f():
                    x = g(x)
                    def x():
                        pass

                f()
                """);
    }

    @Test
    void leavesUndefinedNamesAlone() {
        examples.leavesAlone("""
                def f():
                    return y

                f()
                """);
    }

    @Test
    void leavesNamesSetAfterwardsAlone() {
        examples.leavesAlone("""
                def f():
                    print(y)
                    y = 2

                f()
                """);
    }
}
