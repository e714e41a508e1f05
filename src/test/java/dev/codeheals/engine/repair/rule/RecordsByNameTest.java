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
}
