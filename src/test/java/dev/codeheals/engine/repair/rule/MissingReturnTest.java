package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MissingReturnTest {
    private final RuleExamples examples = RuleExamples.of(new MissingReturn());

    @Test
    void returnsTheLastExpression() {
        examples.heals("""
                def mean(xs):
                    sum(xs) / len(xs)

                assert mean([2, 4]) + 1 == 4
                """, "    return sum(xs) / len(xs)");
    }

    @Test
    void returnsTheResultVariable() {
        examples.heals("""
                def double(x):
                    result = x * 2

                total = double(2) + 1
                assert total == 5
                """, "    return result");
    }

    @Test
    void returnsWhatWasFilled() {
        examples.heals("""
                def evens(xs):
                    found = []
                    for x in xs:
                        if x % 2 == 0:
                            found.append(x)

                for e in evens([1, 2]):
                    assert e == 2
                """, "    return found");
    }

    @Test
    void returnsTheWrapper() {
        examples.heals("""
                def twice(f):
                    def wrapper(x):
                        return f(f(x))

                @twice
                def inc(x):
                    return x + 1

                assert inc(1) == 3
                """, "    return wrapper");
    }

    @Test
    void returnsRecursively() {
        examples.heals("""
                def find(tree, x):
                    if tree is None:
                        return []
                    if tree["v"] == x:
                        return [x]
                    if x < tree["v"]:
                        find(tree["left"], x)
                    else:
                        find(tree["right"], x)

                t = {"v": 2, "left": {"v": 1, "left": None, "right": None}, "right": None}
                assert len(find(t, 1)) == 1
                """, "        return find(tree[\"left\"], x)");
    }

    @Test
    void seesAFailedAssertion() {
        examples.heals("""
                def area(a, b):
                    a * b

                assert area(2, 3) == 6
                """, "    return a * b");
    }

    @Test
    void returnsSelfForAChain() {
        examples.heals("""
                class Query:
                    def __init__(self):
                        self.parts = []

                    def where(self, x):
                        self.parts.append(x)

                    def build(self):
                        return " ".join(self.parts)

                assert Query().where("a").build() == "a"
                """, "        return self");
    }

    @Test
    void returnsFromAMethodInAnotherFile() {
        examples.heals("""
                from shop import Cart

                assert Cart([1, 2]).total() > 2
                #--- shop.py
                class Cart:
                    def __init__(self, prices):
                        self.prices = prices

                    def total(self):
                        total = 0
                        for p in self.prices:
                            total += p
                """, "        return total");
    }

    @Test
    void leavesFunctionsThatReturnAlone() {
        examples.leavesAlone("""
                def f(x):
                    return None

                f(1) + 1
                """);
    }

    @Test
    void leavesLibraryCallsAlone() {
        examples.leavesAlone("""
                import re
                re.match("a", "b").group()
                """);
    }

    @Test
    void leavesOtherErrorsAlone() {
        examples.leavesAlone("""
                def f(x):
                    x * 2

                f("a") + g
                """);
    }

    @Test
    void ofAProperty() {
        examples.heals("""
                class Order:
                    def __init__(self, lines):
                        self.lines = lines

                    @property
                    def total(self) -> float:
                        sum(price * count for price, count in self.lines)

                assert Order([(2.0, 3)]).total * 2 == 12
                """, "        return sum(");
    }

    @Test
    void ofACoroutine() {
        examples.heals("""
                import asyncio

                async def load(name):
                    await asyncio.sleep(0)
                    {"name": name}

                async def main():
                    user = await load("eve")
                    return user["name"]

                assert asyncio.run(main()) == "eve"
                """, "    return {\"name\": name}");
    }

    @Test
    void ofTheWayThatFallsThrough() {
        examples.heals("""
                def members(group, active):
                    listed = group.split(",")
                    if active:
                        return [m for m in listed if not m.startswith("-")]

                assert " ".join(m for m in members("ann,-bo", False)) == "ann -bo"
                """, "    return listed");
    }
}
