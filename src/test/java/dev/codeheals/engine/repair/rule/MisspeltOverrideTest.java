package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MisspeltOverrideTest {
    private final RuleExamples examples = RuleExamples.of(new MisspeltOverride());

    @Test
    void aMethodTheBaseLeavesOpen() {
        examples.heals("""
                class Exporter:
                    def export(self, rows):
                        return "".join(self.format_row(row) for row in rows)

                    def format_row(self, row):
                        raise NotImplementedError

                class Lines(Exporter):
                    def fromat_row(self, row):
                        return str(row) + ";"

                assert Lines().export([1, 2]) == "1;2;"
                """, "def format_row(self, row):\n        return str");
    }

    @Test
    void aBaseInAnotherFile() {
        examples.heals("""
                from shapes import Shape

                class Square(Shape):
                    def __init__(self, side):
                        self.side = side

                    def aera(self):
                        return self.side ** 2

                assert Square(3).doubled() == 18
                #--- shapes.py
                class Shape:
                    def area(self):
                        raise NotImplementedError("a shape has an area")

                    def doubled(self):
                        return 2 * self.area()
                """, "def area(self):\n        return self.side");
    }

    @Test
    void aDefaultThatStays() {
        examples.heals("""
                class Animal:
                    def sound(self):
                        return "..."

                    def speak(self):
                        return "It says " + self.sound()

                class Dog(Animal):
                    def sounds(self):
                        return "woof"

                assert Dog().speak() == "It says woof"
                """, "def sound(self):\n        return \"woof\"");
    }

    @Test
    void aThreadThatDoesNothing() {
        examples.heals("""
                import threading

                class Worker(threading.Thread):
                    def __init__(self):
                        super().__init__()
                        self.done = False

                    def rum(self):
                        self.done = True

                worker = Worker()
                worker.start()
                worker.join()
                assert worker.done
                """, "def run(self)");
    }

    @Test
    void anEncoderThatIsNotAsked() {
        examples.heals("""
                import json

                class Sets(json.JSONEncoder):
                    def defualt(self, value):
                        return sorted(value)

                assert json.dumps({1, 2}, cls=Sets) == "[1, 2]"
                """, "def default(self, value)");
    }

    @Test
    void notForAMethodThatIsCalled() {
        examples.leavesAlone("""
                class Base:
                    def price(self):
                        return 1

                class Item(Base):
                    def prices(self):
                        return [2]

                assert Item().prices() == [3]
                """);
    }

    @Test
    void notForANameOfItsOwn() {
        examples.leavesAlone("""
                class Store:
                    def load(self):
                        raise NotImplementedError

                class Memory(Store):
                    def clear(self):
                        return None

                Memory().load()
                """);
    }

    @Test
    void notWithoutABase() {
        examples.leavesAlone("""
                class Counter:
                    def total(self):
                        return 0

                    def totals(self):
                        return 1

                assert Counter().total() == 1
                """);
    }
}
