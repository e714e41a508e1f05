package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class RecordsByNameTest {
    private final RuleExamples examples = RuleExamples.of(new RecordsByName());

    @Test
    void pairsOfADict() {
        examples.heals("""
                table = {"abc": 1}
                for key, value in table:
                    assert value == 1
                """, "table.items()");
    }

    @Test
    void aNumberBesideEachItem() {
        examples.heals("""
                names = ["ann", "bob"]
                for i, name in names:
                    assert isinstance(i, int)
                """, "enumerate(names)");
    }

    @Test
    void recordsOfADict() {
        examples.heals("""
                users = {"a": {"age": 3}}
                for user in users:
                    assert user["age"] == 3
                """, ".values()");
    }

    @Test
    void pairsOfACounter() {
        examples.heals("""
                from collections import Counter

                counts = Counter("aab")
                for letter, n in counts:
                    assert n > 0
                """, ".items()");
    }

    @Test
    void aParameter() {
        examples.heals("""
                def total(prices):
                    result = 0
                    for name, price in prices:
                        result += price
                    return result

                assert total({"tea": 2, "milk": 3}) == 5
                """, "prices.items()");
    }

    @Test
    void leavesAMissingKey() {
        examples.leavesAlone("""
                print({}["a"])
                """);
    }

    @Test
    void leavesAShortTuple() {
        examples.leavesAlone("""
                a, b, c = (1, 2)
                """);
    }

    @Test
    void leavesNone() {
        examples.leavesAlone("""
                for a, b in None:
                    pass
                """);
    }

    @Test
    void aFunctionThatMakesADictIsSortedByItsValues() {
        examples.heals("""
                def lengths(words):
                    result = {}
                    for word in words:
                        result[word] = len(word)
                    return result

                def longest(words):
                    return sorted(lengths(words), key=lambda pair: pair[1])[-1][0]

                assert longest(["a", "b", "ccc", "d"]) == "ccc"
                """, "lengths(words).items()");
    }

    @Test
    void aComprehensionOverASortedDict() {
        examples.heals("""
                points = {"joe": 3, "alf": 7}
                assert [f"{who}: {n}" for who, n in sorted(points)] == ["alf: 7", "joe: 3"]
                """, "sorted(points.items())");
    }

    @Test
    void twoListsSideBySide() {
        examples.heals("""
                def dot(xs, ys):
                    total = 0
                    for x, y in (xs, ys):
                        total += x * y
                    return total

                assert dot([1, 2, 3], [4, 5, 6]) == 32
                """, "zip(xs, ys)");
    }
}
