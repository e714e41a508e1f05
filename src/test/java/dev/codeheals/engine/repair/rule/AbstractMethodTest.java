package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class AbstractMethodTest {
    private final RuleExamples examples = RuleExamples.of(new AbstractMethod());

    @Test
    void renamesANearMethod() {
        examples.heals("""
                from abc import ABC, abstractmethod

                class Shape(ABC):
                    @abstractmethod
                    def area(self):
                        ...

                class Square(Shape):
                    def aera(self):
                        return 4

                assert Square().area() == 4
                """, "def area(self):");
    }

    @Test
    void renamesTheOnlyOtherMethod() {
        examples.heals("""
                import abc

                class Animal(abc.ABC):
                    @abc.abstractmethod
                    def speak(self):
                        raise NotImplementedError

                class Dog(Animal):
                    def speaks(self):
                        return "wuff"

                assert Dog().speak() == "wuff"
                """, "def speak(self):");
    }

    @Test
    void renamesInAnotherFile() {
        examples.heals("""
                from items import Book

                assert Book().total_price() == 3
                #--- base.py
                from abc import ABC, abstractmethod

                class Item(ABC):
                    @abstractmethod
                    def total_price(self):
                        pass
                #--- items.py
                from base import Item

                class Book(Item):
                    def totalPrice(self):
                        return 3
                """, "def total_price(self):");
    }

    @Test
    void renamesTwo() {
        examples.heals("""
                from abc import ABC, abstractmethod

                class Store(ABC):
                    @abstractmethod
                    def load(self): ...
                    @abstractmethod
                    def save(self): ...

                class FileStore(Store):
                    def laod(self):
                        return 1
                    def svae(self):
                        return 2

                assert FileStore().load() + FileStore().save() == 3
                """, "def load(self):", "def save(self):");
    }

    @Test
    void makesTheConcreteClass() {
        examples.heals("""
                from abc import ABC, abstractmethod

                class Shape(ABC):
                    @abstractmethod
                    def area(self): ...

                class Square(Shape):
                    def area(self):
                        return 4

                shape = Shape()
                assert shape.area() == 4
                """, "shape = Square()");
    }

    @Test
    void advisesToWriteIt() {
        examples.advises("""
                from abc import ABC, abstractmethod

                class Shape(ABC):
                    @abstractmethod
                    def area(self): ...

                class Square(Shape):
                    pass

                Square()
                """, "does not implement");
    }

    @Test
    void leavesMissingMethodsAlone() {
        examples.leavesAlone("""
                from abc import ABC, abstractmethod

                class Shape(ABC):
                    @abstractmethod
                    def area(self): ...

                class Square(Shape):
                    def frobnicate(self):
                        return self

                    def other(self):
                        return 1

                Square()
                """);
    }

    @Test
    void leavesOtherErrorsAlone() {
        examples.leavesAlone("""
                class A:
                    pass

                A(1)
                """);
    }

    @Test
    void leavesConcreteClassesAlone() {
        examples.leavesAlone("""
                class A:
                    def area(self):
                        return 1

                A().aera()
                """);
    }
}
