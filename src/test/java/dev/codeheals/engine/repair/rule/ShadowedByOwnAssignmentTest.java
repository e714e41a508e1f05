package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class ShadowedByOwnAssignmentTest {
    private final RuleExamples examples = RuleExamples.of(new ShadowedByOwnAssignment());

    @Test
    void renamesAVariableNamedLikeABuiltin() {
        examples.heals("""
                def mean(values):
                    sum = sum(values)
                    return sum / len(values)

                assert mean([2, 4]) == 3
                """, "sum_ = sum(values)", "return sum_ / len(values)");
    }

    @Test
    void renamesAVariableNamedLikeAFunction() {
        examples.heals("""
                def price(x):
                    return x * 2

                def show(x):
                    price = price(x)
                    return f"{price}"

                assert show(2) == "4"
                """, "price_ = price(x)");
    }

    @Test
    void removesASecondImport() {
        examples.heals("""
                import json

                def stamp(x):
                    y = json.dumps(x)
                    import json
                    return y

                assert stamp(1) == "1"
                """, "def stamp(x):\n    y = json.dumps(x)\n    return y");
    }

    @Test
    void renamesMax() {
        examples.heals("""
                def spread(xs):
                    max = max(xs)
                    low = min(xs)
                    return max - low

                assert spread([1, 4]) == 3
                """, "max_ = max(xs)");
    }

    @Test
    void renamesInClosures() {
        examples.heals("""
                def keep(xs):
                    list = list(xs)
                    return lambda: list

                assert keep((1,))() == [1]
                """, "lambda: list_");
    }

    @Test
    void leavesCountersAlone() {
        examples.leavesAlone("""
                count = 0

                def f():
                    count += 1

                f()
                """);
    }

    @Test
    void leavesLocalsAlone() {
        examples.leavesAlone("""
                def f(xs):
                    for x in xs:
                        y = x
                    return y

                f([])
                """);
    }

    @Test
    void leavesNamesAlone() {
        examples.leavesAlone("""
                def f():
                    return y

                f()
                """);
    }
}
