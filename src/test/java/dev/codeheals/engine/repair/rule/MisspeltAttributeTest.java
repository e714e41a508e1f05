package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MisspeltAttributeTest {
    private final RuleExamples examples = RuleExamples.of(new MisspeltAttribute());

    @Test
    void mendsAStringMethod() {
        examples.heals("""
                def shout(name):
                    return name.strip().uper()

                assert shout(" a ") == "A"
                """, "name.strip().upper()");
    }

    @Test
    void mendsEveryUseOnTheSameReceiver() {
        examples.heals("""
                class Account:
                    def __init__(self, balance):
                        self.balance = balance

                    def report(self):
                        return "balance: " + str(self.balance)

                    def deposit(self, amount):
                        self.balanse += amount
                        return self.balanse

                assert Account(1).deposit(2) == 3
                """, "self.balance += amount", "return self.balance");
    }

    @Test
    void mendsTheDefinitionNobodyReads() {
        examples.heals("""
                class Account:
                    def __init__(self, balance):
                        self.balnce = balance

                    def show(self):
                        return f"{self.balance:.2f}"

                assert Account(1).show() == "1.00"
                """, "self.balance = balance");
    }

    @Test
    void findsInheritedMethods() {
        examples.heals("""
                from base import Shape

                class Square(Shape):
                    def label(self):
                        return self.descrbe() + "!"

                assert Square().label() == "shape!"
                #--- base.py
                class Shape:
                    def describe(self):
                        return "shape"
                """, "self.describe()");
    }

    @Test
    void mendsAPathMethod() {
        examples.heals("""
                from pathlib import Path

                def there(name):
                    return Path(name).exist()

                assert there(".")
                """, ".exists()");
    }

    @Test
    void mendsADictMethod() {
        examples.heals("""
                def total(prices):
                    return sum(v for k, v in prices.itmes())

                assert total({"a": 2}) == 2
                """, "in prices.items()");
    }

    @Test
    void mendsAClassAttribute() {
        examples.heals("""
                class Config:
                    TIMEOUT = 3
                    RETRIES = 2

                def wait():
                    return Config.TIMOUT * Config.RETRIES

                assert wait() == 6
                """, "Config.TIMEOUT");
    }

    @Test
    void mendsAFieldOfADataclass() {
        examples.heals("""
                from dataclasses import dataclass

                @dataclass
                class Person:
                    first_name: str
                    last_name: str

                def full(p):
                    return p.firstname + " " + p.last_name

                assert full(Person("A", "B")) == "A B"
                """, "p.first_name");
    }

    @Test
    void leavesUnlikeAttributesAlone() {
        examples.leavesAlone("""
                class A:
                    def run(self):
                        return self.frobnicate()

                A().run()
                """);
    }

    @Test
    void leavesModulesAlone() {
        examples.leavesAlone("""
                import math

                math.squrt(4)
                """);
    }

    @Test
    void leavesNoneAlone() {
        examples.leavesAlone("""
                def find(x):
                    pass

                find(1).upper()
                """);
    }

    @Test
    void anAttributeOfSlots() {
        examples.heals("""
                class Point:
                    __slots__ = ("x", "y")

                    def __init__(self, x, y):
                        self.x = x
                        self.y = y

                    def norm(self):
                        return (self.x ** 2 + self.Y ** 2) ** 0.5

                assert Point(3, 4).norm() == 5
                """, "self.y ** 2");
    }
}
