package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class SpentIteratorTest {
    private final RuleExamples examples = RuleExamples.of(new SpentIterator());

    @Test
    void aGenerator() {
        examples.heals("""
                def summary(rows):
                    values = (float(r) for r in rows)
                    total = sum(values)
                    return total, len(list(values))

                assert summary(["1", "2"]) == (3.0, 2)
                """, "values = [float(r) for r in rows]");
    }

    @Test
    void aMap() {
        examples.heals("""
                def both(texts):
                    numbers = map(int, texts)
                    return max(numbers), list(numbers)

                assert both(["1", "2"]) == (2, [1, 2])
                """, "list(map(int, texts))");
    }

    @Test
    void aZip() {
        examples.heals("""
                def twice(a, b):
                    pairs = zip(a, b)
                    first = list(pairs)
                    return first, list(pairs)

                assert twice([1], [2]) == ([(1, 2)], [(1, 2)])
                """, "list(zip(a, b))");
    }

    @Test
    void aFilter() {
        examples.heals("""
                def counts(xs):
                    kept = filter(None, xs)
                    return sum(1 for _ in kept), sum(kept)

                assert counts([1, 0, 2]) == (2, 3)
                """, "list(filter(None, xs))");
    }

    @Test
    void aReversedList() {
        examples.heals("""
                def ends(xs):
                    back = reversed(xs)
                    return list(back)[0], list(back)[-1]

                assert ends([1, 2]) == (2, 1)
                """, "list(reversed(xs))");
    }

    @Test
    void leavesAListComprehension() {
        examples.leavesAlone("""
                def f(xs):
                    ys = [x for x in xs]
                    return sum(ys), len(ys)

                assert f([1]) == (1, 2)
                """);
    }

    @Test
    void leavesAnIteratorUsedOnce() {
        examples.leavesAlone("""
                def f(xs):
                    ys = map(int, xs)
                    return sum(ys)

                assert f(["1"]) == 2
                """);
    }

    @Test
    void leavesOtherErrors() {
        examples.leavesAlone("""
                ys = map(int, ["1"])
                print(ys.total, ys)
                """);
    }
}
