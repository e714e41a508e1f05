package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MovedApiTest {
    private final RuleExamples examples = RuleExamples.of(new MovedApi());

    @Test
    void replacesABuiltin() {
        examples.heals("""
                def squares(n):
                    return [i * i for i in xrange(n)] + list(xrange(2))

                assert squares(2) == [0, 1, 0, 1]
                """, "for i in range(n)", "range(2)");
    }

    @Test
    void replacesHasKey() {
        examples.heals("""
                def known(prices):
                    if prices.has_key("a") and not prices.has_key("b"):
                        return True
                    return False

                assert known({"a": 1})
                """, "if \"a\" in prices and \"b\" not in prices:");
    }

    @Test
    void replacesEveryIteritems() {
        examples.heals("""
                def pairs(a, b):
                    return [(k, v) for k, v in a.iteritems()] + [k for k, v in b.iteritems()]

                assert pairs({1: 2}, {3: 4}) == [(1, 2), 3]
                """, "in a.items()", "in b.items()");
    }

    @Test
    void replacesAModuleFunction() {
        examples.heals("""
                import time

                def measure():
                    start = time.clock()
                    return time.clock() - start

                assert measure() >= 0
                """, "time.perf_counter()");
    }

    @Test
    void turnsAModuleFunctionIntoAMethod() {
        examples.heals("""
                import string

                def clean(a, b):
                    return string.replace(a + b, "a", "b")

                assert clean("a", "c") == "bc"
                """, "return (a + b).replace(\"a\", \"b\")");
    }

    @Test
    void callsNextOnAnIterator() {
        examples.heals("""
                def first(items):
                    rows = iter(items)
                    return rows.next()

                assert first([3]) == 3
                """, "return next(rows)");
    }

    @Test
    void sortsKeys() {
        examples.heals("""
                def ordered(d):
                    keys = d.keys()
                    keys.sort()
                    return keys

                assert ordered({2: 0, 1: 0}) == [1, 2]
                """, "keys = sorted(keys)");
    }

    @Test
    void replacesTheOldComparison() {
        examples.heals("""
                class P:
                    def __init__(self, x):
                        self.x = x

                def order(a, b):
                    return cmp(a.x, b.x)

                assert order(P(1), P(2)) == -1
                """, "(a.x > b.x) - (a.x < b.x)");
    }

    @Test
    void mendsRemovedTestNames() {
        examples.heals("""
                import unittest

                class Checks(unittest.TestCase):
                    def runTest(self):
                        self.assertItemsEqual([1], [1])

                Checks().runTest()
                """, "self.assertCountEqual([1], [1])");
    }

    @Test
    void findsAbcInCollections() {
        examples.fromPython(10).heals("""
                import collections

                def is_map(x):
                    return isinstance(x, collections.Mapping)

                assert is_map({})
                """, "collections.abc.Mapping");
    }

    @Test
    void findsGcdInMath() {
        examples.heals("""
                import fractions

                def common(a, b):
                    return fractions.gcd(a, b)

                assert common(4, 6) == 2
                """, "import math", "math.gcd(a, b)");
    }

    @Test
    void leavesProjectMethodsAlone() {
        examples.leavesAlone("""
                class Store:
                    def clear(self):
                        pass

                Store().has_key(1)
                """);
    }

    @Test
    void leavesOtherNamesAlone() {
        examples.leavesAlone("""
                def f():
                    return frobnicate(1)

                f()
                """);
    }

    @Test
    void leavesModulesOfTheProjectAlone() {
        examples.leavesAlone("""
                import clock

                clock.clock()
                #--- clock.py
                def now():
                    return 1
                """);
    }

    @Test
    void takesTheLengthAsPythonDoes() {
        examples.heals("""
                class Bag:
                    def __init__(self):
                        self.items = [1, 2]

                    def text(self):
                        return f"{self.items.length} items"

                assert Bag().text() == "2 items"
                """, "{len(self.items)} items");
    }

    @Test
    void takesTheSizeAsPythonDoes() {
        examples.heals("""
                names = ["a", "b"]
                assert names.size() == 2
                """, "len(names) == 2");
    }

    @Test
    void takesMethodsCalledAsInOtherLanguages() {
        examples.heals("""
                class Stack:
                    def __init__(self):
                        self.items = []

                    def put(self, item):
                        self.items.push(item)
                        return len(self.items)

                assert Stack().put(3) == 1
                """, "self.items.append(item)");
        examples.heals("""
                def shout(word):
                    return word.toUpperCase() + "!"

                assert shout("a") == "A!"
                """, "word.upper()");
        examples.heals("""
                def known(names, name):
                    return names.contains(name)

                assert known(["a"], "a")
                """, "name in names");
    }
}
