package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class HiddenMethodTest {
    private final RuleExamples examples = RuleExamples.of(new HiddenMethod());

    @Test
    void anAttributeOfTheConstructor() {
        examples.heals("""
                class Account:
                    def __init__(self, balance):
                        self.balance = balance

                    def balance(self):
                        return self.balance

                assert Account(5).balance() == 5
                """, "self._balance = balance", "return self._balance", "def balance(self)");
    }

    @Test
    void aClassInAnotherFile() {
        examples.heals("""
                from shapes import Square

                assert sum(Square(n).area() for n in (1, 2)) == 5
                #--- shapes.py
                class Square:
                    def __init__(self, side):
                        self.side = side
                        self.area = side * side

                    def area(self):
                        return self.area
                """, "self._area = side * side");
    }

    @Test
    void anAttributeThatIsAddedTo() {
        examples.heals("""
                class Counter:
                    def __init__(self):
                        self.count = 0

                    def hit(self):
                        self.count += 1

                    def count(self):
                        return self.count

                counter = Counter()
                counter.hit()
                print(counter.count() + 1)
                """, "self._count += 1", "return self._count");
    }

    @Test
    void aTextThatIsShown() {
        examples.heals("""
                class Person:
                    def __init__(self, first, last):
                        self.name = first + " " + last

                    def name(self):
                        return self.name.title()

                    def greet(self):
                        return f"Hello {self.name()}"

                assert Person("ann", "lee").greet() == "Hello Ann Lee"
                """, "return self._name.title()", "{self.name()}");
    }

    @Test
    void aListThatIsFilled() {
        examples.heals("""
                class Basket:
                    def __init__(self):
                        self.items = []

                    def add(self, item):
                        self.items.append(item)

                    def items(self):
                        return sorted(self.items)

                basket = Basket()
                basket.add("pear")
                assert list(basket.items()) == ["pear"]
                """, "self._items.append(item)", "sorted(self._items)");
    }

    @Test
    void leavesAValueWithoutAMethod() {
        examples.leavesAlone("""
                class Circle:
                    def __init__(self, radius):
                        self.radius = radius

                print(Circle(2).radius())
                """);
    }

    @Test
    void leavesAMethodOfAnotherClass() {
        examples.leavesAlone("""
                class Engine:
                    def power(self):
                        return 90

                class Car:
                    def __init__(self):
                        self.power = 90

                print(Car().power())
                """);
    }

    @Test
    void leavesANumberThatIsCalled() {
        examples.leavesAlone("""
                total = 3
                print(total(4))
                """);
    }
}
