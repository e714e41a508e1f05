package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class UndefinedSelfTest {
    private final RuleExamples examples = RuleExamples.of(new UndefinedSelf());

    @Test
    void addsSelf() {
        examples.heals("""
                class Cart:
                    def __init__(self):
                        self.items = [1]

                    def total():
                        return sum(self.items)

                def check():
                    return Cart.total()

                try:
                    assert check() == 1
                except TypeError:
                    pass
                """, "def total(self):");
    }

    @Test
    void addsSelfBeforeOthers() {
        examples.heals("""
                class Box:
                    size = 2

                    def scale(factor):
                        return self.size

                assert Box().scale.__code__ and Box.scale and (Box.scale(2) if Box.scale.__code__.co_argcount == 1 else 2) == 2
                """, "def scale(self, factor):");
    }

    @Test
    void renamesAMisspeltSelf() {
        examples.heals("""
                class Box:
                    def __init__(self, x):
                        self.x = x

                    def get(slef):
                        return self.x

                assert Box(3).get() == 3
                """, "def get(self):");
    }

    @Test
    void dropsStaticmethod() {
        examples.heals("""
                class Box:
                    def __init__(self, x):
                        self.x = x

                    @staticmethod
                    def get():
                        return self.x

                assert Box(3).get() == 3
                """, "def get(self):");
    }

    @Test
    void namesClsInAClassMethod() {
        examples.heals("""
                class Box:
                    def __init__(self, x):
                        self.x = x

                    @classmethod
                    def make(this, x):
                        return cls(x)

                assert Box.make(3).x == 3
                """, "def make(cls, x):");
    }

    @Test
    void leavesFunctionsAlone() {
        examples.leavesAlone("""
                def f():
                    return self.x

                f()
                """);
    }

    @Test
    void leavesOtherNamesAlone() {
        examples.leavesAlone("""
                class A:
                    def f():
                        return other.x

                A.f()
                """);
    }

    @Test
    void leavesClassBodiesAlone() {
        examples.leavesAlone("""
                class A:
                    x = self.y
                """);
    }
}
