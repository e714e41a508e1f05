package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class UnsetAttributeTest {
    private final RuleExamples examples = RuleExamples.of(new UnsetAttribute());

    @Test
    void startsAList() {
        examples.heals("""
                class Cart:
                    def __init__(self, owner):
                        self.owner = owner

                    def add(self, x):
                        self.items.append(x)
                        return len(self.items)

                assert Cart("a").add(1) == 1
                """, "        self.items = []");
    }

    @Test
    void startsACounter() {
        examples.heals("""
                class Page:
                    def __init__(self):
                        self.url = "x"

                    def visit(self):
                        self.hits += 1
                        return self.hits

                assert Page().visit() == 1
                """, "        self.hits = 0");
    }

    @Test
    void startsADictionary() {
        examples.heals("""
                class Memo:
                    def __init__(self):
                        pass

                    def put(self, k, v):
                        self.cache[k] = v
                        return self.cache

                assert Memo().put(1, 2) == {1: 2}
                """, "        self.cache = {}");
    }

    @Test
    void startsASet() {
        examples.heals("""
                class Filter:
                    def __init__(self):
                        self.n = 0

                    def new(self, x):
                        self.seen.add(x)
                        return len(self.seen)

                assert Filter().new(1) == 1
                """, "        self.seen = set()");
    }

    @Test
    void startsAFlag() {
        examples.heals("""
                class Job:
                    def __init__(self):
                        self.n = 0

                    def state(self):
                        if self.ready:
                            return "ready"
                        return "new"

                assert Job().state() == "new"
                """, "        self.ready = False");
    }

    @Test
    void leavesMethodsAlone() {
        examples.leavesAlone("""
                class A:
                    def __init__(self):
                        self.x = 1

                    def f(self):
                        return self.g()

                A().f()
                """);
    }

    @Test
    void leavesParametersAlone() {
        examples.leavesAlone("""
                class A:
                    def __init__(self, items):
                        self.x = 1

                    def f(self):
                        self.items.append(1)

                A([]).f()
                """);
    }

    @Test
    void leavesBuiltinsAlone() {
        examples.leavesAlone("""
                "a".items
                """);
    }
}
