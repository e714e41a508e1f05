package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class KeyConversionTest {
    private final RuleExamples examples = RuleExamples.of(new KeyConversion());

    @Test
    void makesAStringOfANumber() {
        examples.heals("""
                def name(names, i):
                    return names[i]

                assert name({"1": "a", "2": "b"}, 1) == "a"
                """, "names[str(i)]");
    }

    @Test
    void makesANumberOfAString() {
        examples.heals("""
                def price(prices, key):
                    return prices[key]

                assert price({1: 5, 2: 6}, "2") == 6
                """, "prices[int(key)]");
    }

    @Test
    void lowersAKey() {
        examples.heals("""
                def age(ages, name):
                    return ages[name]

                assert age({"ann": 3, "bob": 4}, "Ann") == 3
                """, "ages[name.lower()]");
    }

    @Test
    void stripsAKey() {
        examples.heals("""
                def age(ages, name):
                    return ages[name]

                assert age({"ann": 3}, "ann ") == 3
                """, "ages[name.strip()]");
    }

    @Test
    void mendsALiteral() {
        examples.heals("""
                import json

                d = json.loads('{"1": "a"}')
                assert d[1] == "a"
                """, "d[\"1\"]");
    }

    @Test
    void leavesUnknownKeysAlone() {
        examples.leavesAlone("""
                def f(d, k):
                    return d[k]

                f({"a": 1}, "b")
                """);
    }

    @Test
    void leavesListsAlone() {
        examples.leavesAlone("""
                def f(d, k):
                    return d[k]

                f([1], 3)
                """);
    }

    @Test
    void leavesEmptyMappingsAlone() {
        examples.leavesAlone("""
                def f(d, k):
                    return d[k]

                f({}, 1)
                """);
    }
}
