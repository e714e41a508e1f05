package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class ForgottenSelfTest {
    private final RuleExamples examples = RuleExamples.of(new ForgottenSelf());

    @Test
    void addsSelfToAnAttribute() {
        examples.heals("""
                class Account:
                    def __init__(self):
                        self.balance = 0

                    def deposit(self, amount):
                        self.balance += amount
                        return balance

                assert Account().deposit(3) == 3
                """, "self.balance += amount", "return self.balance");
    }

    @Test
    void addsSelfToAMethod() {
        examples.heals("""
                class Square:
                    def __init__(self, side):
                        self.side = side

                    def area(self):
                        return self.side ** 2

                    def double(self):
                        return area() * 2

                assert Square(2).double() == 8
                """, "return self.area() * 2");
    }

    @Test
    void usesTheClassInAStaticMethod() {
        examples.heals("""
                class Rates:
                    BASE = 2

                    @staticmethod
                    def scaled(x):
                        return BASE * x

                assert Rates.scaled(3) == 6
                """, "return Rates.BASE * x");
    }

    @Test
    void usesClsInAClassMethod() {
        examples.heals("""
                class Pool:
                    LIMIT = 4

                    @classmethod
                    def free(cls, used):
                        return LIMIT - used

                assert Pool.free(1) == 3
                """, "cls.LIMIT");
    }

    @Test
    void findsInheritedMembers() {
        examples.heals("""
                class Base:
                    def __init__(self, name):
                        self.name = name

                class Child(Base):
                    def shout(self):
                        return name.upper()

                assert Child("a").shout() == "A"
                """, "self.name.upper()");
    }

    @Test
    void mendsNestedFunctions() {
        examples.heals("""
                class Sorter:
                    def __init__(self, weights):
                        self.weights = weights

                    def order(self, rows):
                        return sorted(rows, key=lambda r: weights[r])

                assert Sorter({"a": 2, "b": 1}).order(["a", "b"]) == ["b", "a"]
                """, "key=lambda r: self.weights[r]");
    }

    @Test
    void leavesFunctionsAlone() {
        examples.leavesAlone("""
                def f():
                    return balance

                f()
                """);
    }

    @Test
    void leavesUnknownNamesAlone() {
        examples.leavesAlone("""
                class A:
                    def run(self):
                        return frobnicate()

                A().run()
                """);
    }

    @Test
    void leavesInstanceAttributesInStaticMethodsAlone() {
        examples.leavesAlone("""
                class A:
                    def __init__(self):
                        self.value = 1

                    @staticmethod
                    def get():
                        return value

                A().get()
                """);
    }

    @Test
    void inAnFString() {
        examples.heals("""
                class Node:
                    def __init__(self, label, weight=1.0):
                        self.label, self.weight = label, weight

                    def __repr__(self):
                        return f"Node({label!r}, {self.weight:.1f})"

                assert repr(Node("a")) == "Node('a', 1.0)"
                """, "{self.label!r}");
    }

    @Test
    void awaitedInAComprehension() {
        examples.heals("""
                import asyncio

                class Bot:
                    async def answer(self, text):
                        return text[::-1]

                    async def talk(self, *texts):
                        return [await answer(t) for t in texts]

                assert asyncio.run(Bot().talk("ab", "cd")) == ["ba", "dc"]
                """, "await self.answer(t)");
    }
}
