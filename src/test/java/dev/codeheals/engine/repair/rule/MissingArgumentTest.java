package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MissingArgumentTest {
    private final RuleExamples examples = RuleExamples.of(new MissingArgument());

    @Test
    void passesTheVariableOfThatName() {
        examples.heals("""
                def area(width, height):
                    return width * height

                def run():
                    width = 2
                    height = 3
                    return area(width)

                assert run() == 6
                """, "area(width, height)");
    }

    @Test
    void passesAnAttribute() {
        examples.heals("""
                def price(base, rate):
                    return base * rate

                class Offer:
                    def __init__(self):
                        self.base = 2
                        self.rate = 3

                    def total(self):
                        return price(self.base)

                assert Offer().total() == 6
                """, "price(self.base, self.rate)");
    }

    @Test
    void passesTheParameterToTheParent() {
        examples.heals("""
                class Animal:
                    def __init__(self, name):
                        self.name = name

                class Dog(Animal):
                    def __init__(self, name, age):
                        super().__init__()
                        self.age = age

                assert Dog("rex", 3).name == "rex"
                """, "super().__init__(name)");
    }

    @Test
    void passesByKeywordBehindKeywords() {
        examples.heals("""
                def send(to, text):
                    return to + text

                def run(text):
                    return send(to="a")

                assert run("b") == "ab"
                """, "send(to=\"a\", text=text)");
    }

    @Test
    void letsAHandledParameterBeNone() {
        examples.heals("""
                def names(prefix):
                    if prefix is None:
                        prefix = "x"
                    return prefix + "1"

                assert names() == "x1"
                """, "def names(prefix=None):");
    }

    @Test
    void removesAnUnusedParameter() {
        examples.heals("""
                def greet(name, title):
                    return "Hello " + name

                assert greet("a") == "Hello a"
                """, "def greet(name):");
    }

    @Test
    void leavesUnknownValuesAlone() {
        examples.leavesAlone("""
                def area(width, height):
                    return width * height

                area(2)
                """);
    }

    @Test
    void leavesSelfAlone() {
        examples.leavesAlone("""
                class A:
                    def f(self):
                        return self

                A.f()
                """);
    }

    @Test
    void leavesOtherErrorsAlone() {
        examples.leavesAlone("""
                def f(a):
                    return a

                f(1, 2)
                """);
    }
}
