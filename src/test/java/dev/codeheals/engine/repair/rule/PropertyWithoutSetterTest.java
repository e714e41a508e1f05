package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class PropertyWithoutSetterTest {
    private final RuleExamples examples = RuleExamples.of(new PropertyWithoutSetter());

    @Test
    void setsTheAttributeBehind() {
        examples.heals("""
                class User:
                    def __init__(self, name):
                        self.name = name

                    @property
                    def name(self):
                        return self._name

                assert User("a").name == "a"
                """, "        self._name = name");
    }

    @Test
    void addsASetter() {
        examples.heals("""
                class User:
                    def __init__(self, name):
                        self._name = name

                    @property
                    def name(self):
                        return self._name

                u = User("a")
                u.name = "b"
                assert u.name == "b"
                """, "    @name.setter\n    def name(self, value):\n        self._name = value");
    }

    @Test
    void setsItInAMethod() {
        examples.heals("""
                class Account:
                    def __init__(self):
                        self._balance = 0

                    @property
                    def balance(self):
                        return self._balance

                    def deposit(self, x):
                        self.balance += x
                        return self.balance

                assert Account().deposit(2) == 2
                """, "        self._balance += x");
    }

    @Test
    void addsItAcrossFiles() {
        examples.heals("""
                import tax

                t = tax.Tax()
                t.rate = 3
                assert t.rate == 3
                #--- tax.py
                class Tax:
                    def __init__(self):
                        self.__dict__["r"] = 1

                    @property
                    def rate(self):
                        return self.r
                """, "    @rate.setter");
    }

    @Test
    void keepsOtherMethods() {
        examples.heals("""
                class Box:
                    def __init__(self, side):
                        self.side = side

                    @property
                    def side(self):
                        return self._side

                    def area(self):
                        return self.side ** 2

                assert Box(2).area() == 4
                """, "    def area(self):");
    }

    @Test
    void leavesComputedPropertiesAlone() {
        examples.leavesAlone("""
                class A:
                    @property
                    def x(self):
                        return 3 + 4

                A().x = 1
                """);
    }

    @Test
    void leavesSlotsAlone() {
        examples.leavesAlone("""
                class A:
                    __slots__ = ("x",)

                A().y = 1
                """);
    }

    @Test
    void leavesOtherErrorsAlone() {
        examples.leavesAlone("""
                class A:
                    pass

                A().x
                """);
    }
}
