package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MissingSelfParameterTest {
    private final RuleExamples examples = RuleExamples.of(new MissingSelfParameter());

    @Test
    void addsSelf() {
        examples.heals("""
                class Person:
                    def greet():
                        return "hello"

                assert Person().greet() == "hello"
                """, "def greet(self):");
    }

    @Test
    void addsSelfBeforeOthers() {
        examples.heals("""
                class Calculator:
                    def add(x, y):
                        return x + y

                assert Calculator().add(1, 2) == 3
                """, "def add(self, x, y):");
    }

    @Test
    void addsSelfToInit() {
        examples.heals("""
                class Person:
                    def __init__(name):
                        self.name = name

                assert Person("a").name == "a"
                """, "def __init__(self, name):");
    }

    @Test
    void addsCls() {
        examples.heals("""
                class Person:
                    @classmethod
                    def make():
                        return 3

                assert Person.make() == 3
                """, "def make(cls):");
    }

    @Test
    void addsSelfWhereAKeywordCollides() {
        examples.heals("""
                class Box:
                    def scale(factor, offset):
                        return factor + offset

                assert Box().scale(factor=2, offset=1) == 3
                """, "def scale(self, factor, offset):");
    }

    @Test
    void mendsAnotherFile() {
        examples.heals("""
                from shop import Cart

                assert Cart().total([1, 2]) == 3
                #--- shop.py
                class Cart:
                    def total(prices):
                        return sum(prices)
                """, "def total(self, prices):");
    }

    @Test
    void leavesMethodsWithSelfAlone() {
        examples.leavesAlone("""
                class A:
                    def f(self, x):
                        return x

                A().f(1, 2)
                """);
    }

    @Test
    void leavesStaticMethodsAlone() {
        examples.leavesAlone("""
                class A:
                    @staticmethod
                    def f(x):
                        return x

                A().f(1, 2)
                """);
    }

    @Test
    void leavesFunctionsAlone() {
        examples.leavesAlone("""
                def f(x):
                    return x

                f(1, 2)
                """);
    }

    @Test
    void beforeKeywordsOnly() {
        examples.heals("""
                class Printer:
                    def show(*, sep=", ", items=()):
                        return sep.join(items)

                assert Printer().show(items=["a", "b"]) == "a, b"
                """, "def show(self, *, sep");
    }

    @Test
    void ofACoroutine() {
        examples.heals("""
                import asyncio

                class Door:
                    state = "shut"

                    async def open():
                        self.state = "open"
                        return self.state

                assert asyncio.run(Door().open()) == "open"
                """, "async def open(self):");
    }
}
