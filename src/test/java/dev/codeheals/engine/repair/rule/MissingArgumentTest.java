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
                class Shape:
                    def __init__(self, color, filled=False):
                        self.color = color
                        self.filled = filled

                class Circle(Shape):
                    def __init__(self, radius, color):
                        super().__init__(filled=True)
                        self.radius = radius

                assert Circle(2, "red").color == "red"
                """, "super().__init__(color, filled=True)");
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
