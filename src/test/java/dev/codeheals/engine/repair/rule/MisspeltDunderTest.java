package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MisspeltDunderTest {
    private final RuleExamples examples = RuleExamples.of(new MisspeltDunder());

    @Test
    void theConstructorOfTheBaseIsCalledInItsPlace() {
        examples.heals("""
                class Figure:
                    def __init__(self, name):
                        self.name = name

                class Rectangle(Figure):
                    def __init_(self, width, height):
                        super().__init__("rectangle")
                        self.size = width * height

                assert Rectangle(2, 3).size == 6
                """, "def __init__(self, width, height)");
    }

    @Test
    void mendsInit() {
        examples.heals("""
                class User:
                    def __int__(self, name):
                        self.name = name

                assert User("a").name == "a"
                """, "def __init__(self, name):");
    }

    @Test
    void mendsUnderscores() {
        examples.heals("""
                class User:
                    def _init_(self, name):
                        self.name = name

                assert User("a").name == "a"
                """, "def __init__(self, name):");
    }

    @Test
    void mendsLetters() {
        examples.heals("""
                class User:
                    def __innit__(self):
                        self.names = []

                    def add(self, n):
                        self.names.append(n)
                        return len(self.names)

                assert User().add("a") == 1
                """, "def __init__(self):");
    }

    @Test
    void mendsLen() {
        examples.heals("""
                class Deck:
                    def _len_(self):
                        return 3

                assert len(Deck()) == 3
                """, "def __len__(self):");
    }

    @Test
    void mendsIter() {
        examples.heals("""
                class Deck:
                    def __itr__(self):
                        return iter([1])

                assert [c for c in Deck()] == [1]
                """, "def __iter__(self):");
    }

    @Test
    void mendsAContextManager() {
        examples.heals("""
                class Door:
                    def __enter(self):
                        return self

                    def __exit__(self, *args):
                        return False

                with Door() as d:
                    assert d
                """, "def __enter__(self):");
    }

    @Test
    void mendsAnOperator() {
        examples.heals("""
                class Money:
                    def __init__(self, x):
                        self.x = x

                    def _add__(self, other):
                        return self.x + other.x

                assert Money(1) + Money(2) == 3
                """, "def __add__(self, other):");
    }

    @Test
    void leavesPrivateMethodsAlone() {
        examples.leavesAlone("""
                class A:
                    def _load(self):
                        pass

                A(1)
                """);
    }

    @Test
    void leavesOtherErrorsAlone() {
        examples.leavesAlone("""
                class A:
                    def _init_(self):
                        pass

                print(x)
                """);
    }

    @Test
    void leavesGoodClassesAlone() {
        examples.leavesAlone("""
                class A:
                    def __init__(self):
                        pass

                len(A())
                """);
    }
}
