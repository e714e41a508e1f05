package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class LostClassMethodTest {
    private final RuleExamples examples = RuleExamples.of(new LostClassMethod());

    @Test
    void anotherConstructor() {
        examples.heals("""
                class User:
                    def __init__(self, name):
                        self.name = name

                    def from_dict(cls, data):
                        return cls(data["name"])

                assert User.from_dict({"name": "a"}).name == "a"
                """, "    @classmethod\n    def from_dict(cls, data):");
    }

    @Test
    void withoutArguments() {
        examples.heals("""
                class Box:
                    def empty(cls):
                        return cls()

                assert isinstance(Box.empty(), Box)
                """, "@classmethod");
    }

    @Test
    void readingTheClass() {
        examples.heals("""
                class Shape:
                    sides = 4

                    def count(cls):
                        return cls.sides

                assert Shape.count() == 4
                """, "@classmethod");
    }

    @Test
    void onAnInstance() {
        examples.heals("""
                class Item:
                    def make(cls, n):
                        return cls()

                assert isinstance(Item().make(1), Item)
                """, "@classmethod");
    }

    @Test
    void severalArguments() {
        examples.heals("""
                class Point:
                    def __init__(self, x, y):
                        self.x, self.y = x, y

                    def of(cls, x, y):
                        return cls(x, y)

                assert Point.of(1, 2).y == 2
                """, "@classmethod");
    }

    @Test
    void leavesPlainMethods() {
        examples.leavesAlone("""
                class A:
                    def f(self, x):
                        return x

                A.f(1)
                """);
    }

    @Test
    void leavesClassMethods() {
        examples.leavesAlone("""
                class A:
                    @classmethod
                    def f(cls, x):
                        return x

                A.f()
                """);
    }

    @Test
    void leavesFunctions() {
        examples.leavesAlone("""
                def f(cls):
                    return cls

                f()
                """);
    }
}
