package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class RecursivePropertyTest {
    private final RuleExamples examples = RuleExamples.of(new RecursiveProperty());

    @Test
    void keepsTheValueBehind() {
        examples.heals("""
                class User:
                    def __init__(self, name):
                        self._name = name

                    @property
                    def name(self):
                        return self.name

                assert User("a").name == "a"
                """, "        return self._name", "self._name = name");
    }

    @Test
    void mendsASetter() {
        examples.heals("""
                class User:
                    def __init__(self, age):
                        self.age = age

                    @property
                    def age(self):
                        return self._age

                    @age.setter
                    def age(self, value):
                        self.age = value

                assert User(3).age == 3
                """, "        self._age = value");
    }

    @Test
    void mendsBoth() {
        examples.heals("""
                class P:
                    def __init__(self, x):
                        self.x = x

                    @property
                    def x(self):
                        return self.x

                    @x.setter
                    def x(self, v):
                        self.x = v

                assert P(1).x == 1
                """, "        return self._x", "self._x = v");
    }

    @Test
    void usesThePrivateName() {
        examples.heals("""
                class Cart:
                    def __init__(self):
                        self._total = 2

                    @property
                    def total(self):
                        return self.total * 2

                assert Cart().total == 4
                """, "        return self._total * 2");
    }

    @Test
    void mendsACachedOne() {
        examples.heals("""
                class Box:
                    def __init__(self):
                        self._size = 1

                    @property
                    def size(self):
                        size = self.size + 1
                        return size

                assert Box().size == 2
                """, "self._size + 1");
    }

    @Test
    void leavesRecursionAlone() {
        examples.leavesAlone("""
                def f(n):
                    return f(n + 1)

                f(0)
                """);
    }

    @Test
    void leavesMethodsAlone() {
        examples.leavesAlone("""
                class A:
                    def f(self):
                        return self.f()

                A().f()
                """);
    }

    @Test
    void leavesOtherErrorsAlone() {
        examples.leavesAlone("""
                class A:
                    @property
                    def f(self):
                        return self.g

                A().f
                """);
    }
}
