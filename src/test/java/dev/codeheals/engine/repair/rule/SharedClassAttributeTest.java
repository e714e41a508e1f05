package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class SharedClassAttributeTest {
    private final RuleExamples examples = RuleExamples.of(new SharedClassAttribute());

    @Test
    void aListOfAllInstances() {
        examples.heals("""
                class Cart:
                    items = []

                    def add(self, x):
                        self.items.append(x)

                Cart().add(1)
                assert Cart().items == []
                """, "def __init__(self):\n        self.items = []");
    }

    @Test
    void besideAConstructor() {
        examples.heals("""
                class Page:
                    tags = []

                    def __init__(self, name):
                        self.name = name

                    def tag(self, t):
                        self.tags.append(t)

                Page("a").tag("x")
                assert Page("b").tags == []
                """, "self.tags = []\n        self.name = name");
    }

    @Test
    void aDict() {
        examples.heals("""
                class Cache:
                    values = {}

                    def put(self, k, v):
                        self.values[k] = v

                Cache().put(1, 2)
                assert Cache().values == {}
                """, "self.values = {}");
    }

    @Test
    void aSet() {
        examples.heals("""
                class Walk:
                    seen = set()

                    def visit(self, n):
                        self.seen.add(n)

                Walk().visit(1)
                assert not Walk().seen
                """, "self.seen = set()");
    }

    @Test
    void anAugmentedList() {
        examples.heals("""
                class Log:
                    log = []

                    def write(self, text):
                        self.log += [text]

                Log().write("a")
                assert Log().log == []
                """, "self.log = []");
    }

    @Test
    void leavesAConstant() {
        examples.leavesAlone("""
                class A:
                    names = ["a"]

                    def first(self):
                        return self.names[0]

                assert A().first() == "b"
                """);
    }

    @Test
    void leavesAnInstanceAttribute() {
        examples.leavesAlone("""
                class A:
                    xs = []

                    def __init__(self):
                        self.xs = []

                    def add(self, x):
                        self.xs.append(x)

                A().add(1)
                assert A().xs == [1]
                """);
    }

    @Test
    void leavesOtherErrors() {
        examples.leavesAlone("""
                class A:
                    xs = []

                    def add(self, x):
                        self.xs.append(x)

                A().ad(1)
                """);
    }
}
