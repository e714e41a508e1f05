package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class SuperInitMissingTest {
    private final RuleExamples examples = RuleExamples.of(new SuperInitMissing());

    @Test
    void callsTheBase() {
        examples.heals("""
                class Animal:
                    def __init__(self, name):
                        self.name = name

                class Dog(Animal):
                    def __init__(self, name, age):
                        self.age = age

                assert Dog("rex", 3).name == "rex"
                """, "        super().__init__(name)\n        self.age = age");
    }

    @Test
    void callsItWithoutArguments() {
        examples.heals("""
                class Base:
                    def __init__(self):
                        self.items = []

                class Child(Base):
                    def __init__(self, x):
                        self.x = x

                    def add(self):
                        self.items.append(self.x)
                        return self.items

                assert Child(1).add() == [1]
                """, "        super().__init__()\n");
    }

    @Test
    void worksAcrossFiles() {
        examples.heals("""
                from loader import Loader

                class Csv(Loader):
                    def __init__(self, path):
                        \"""Reads a table.\"""
                        self.sep = ","

                assert Csv("a").name() == "a"
                #--- loader.py
                class Loader:
                    def __init__(self, path, encoding="utf-8"):
                        self.path = path
                        self.encoding = encoding

                    def name(self):
                        return self.path
                """, "super().__init__(path)");
    }

    @Test
    void replacesPass() {
        examples.heals("""
                class A:
                    def __init__(self, x):
                        self.x = x

                class B(A):
                    def __init__(self, x):
                        pass

                assert B(1).x == 1
                """, "        super().__init__(x)");
    }

    @Test
    void passesLaterOnesByName() {
        examples.heals("""
                class A:
                    def __init__(self, a=1, b=2):
                        self.a = a
                        self.b = b

                class B(A):
                    def __init__(self, b):
                        self.c = 3

                assert B(5).b == 5
                """, "super().__init__(b=b)");
    }

    @Test
    void leavesClassesThatCallItAlone() {
        examples.leavesAlone("""
                class A:
                    def __init__(self):
                        self.x = 1

                class B(A):
                    def __init__(self):
                        super().__init__()

                B().y
                """);
    }

    @Test
    void leavesBasesThatNeedMoreAlone() {
        examples.leavesAlone("""
                class A:
                    def __init__(self, x):
                        self.x = x

                class B(A):
                    def __init__(self):
                        self.y = 1

                B().x
                """);
    }

    @Test
    void leavesClassesWithoutBaseAlone() {
        examples.leavesAlone("""
                class A:
                    def __init__(self):
                        self.y = 1

                A().x
                """);
    }

    @Test
    void siblingsTellWhatTheBaseIsGiven() {
        examples.heals("""
                class Vehicle:
                    def __init__(self, kind, wheels):
                        self.kind = kind
                        self.wheels = wheels

                class Car(Vehicle):
                    def __init__(self, wheels):
                        super().__init__("car", wheels)

                class Truck(Vehicle):
                    def __init__(self, wheels, load):
                        self.load = load

                assert Truck(6, 900).kind == "truck"
                assert Truck(6, 900).wheels == 6
                """, "super().__init__(\"truck\", wheels)");
    }

    @Test
    void whatNobodyTellsIsLeftOpen() {
        examples.heals("""
                class Pet:
                    def __init__(self, owner, chip):
                        self.owner = owner
                        self.chip = chip
                        self.visits = []

                class Cat(Pet):
                    def __init__(self, owner):
                        self.purrs = True

                tom = Cat("ann")
                tom.visits.append("may")
                assert (tom.owner, tom.visits, tom.purrs) == ("ann", ["may"], True)
                """, "super().__init__(owner, None)");
    }
}
