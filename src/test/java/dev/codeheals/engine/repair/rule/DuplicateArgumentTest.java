package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class DuplicateArgumentTest {
    private final RuleExamples examples = RuleExamples.of(new DuplicateArgument());

    @Test
    void dropsTheKeyword() {
        examples.heals("""
                def area(width, height):
                    return width * height

                assert area(2, width=2, height=3) == 6
                """, "area(2, height=3)");
    }

    @Test
    void namesTheOtherParameter() {
        examples.heals("""
                def area(width, height):
                    return width * height

                assert area(3, width=2) == 6
                """, "area(height=3, width=2)");
    }

    @Test
    void dropsAnEqualKeyword() {
        examples.heals("""
                def greet(name, loud=False):
                    return "Hi " + name

                name = "a"
                assert greet(name, name=name) == "Hi a"
                """, "greet(name)");
    }

    @Test
    void worksForMethods() {
        examples.heals("""
                class Box:
                    def put(self, x, at):
                        return x + at

                    def run(self):
                        return self.put(1, x=1, at=2)

                assert Box().run() == 3
                """, "self.put(1, at=2)");
    }

    @Test
    void worksForConstructors() {
        examples.heals("""
                class Box:
                    def __init__(self, x, y):
                        self.area = x * y

                assert Box(1, x=1, y=2).area == 2
                """, "Box(1, y=2)");
    }

    @Test
    void leavesUnknownKeywordsAlone() {
        examples.leavesAlone("""
                def f(a):
                    return a

                f(b=1)
                """);
    }

    @Test
    void leavesMissingArgumentsAlone() {
        examples.leavesAlone("""
                def f(a):
                    return a

                f()
                """);
    }

    @Test
    void leavesExtraArgumentsAlone() {
        examples.leavesAlone("""
                def f(a):
                    return a

                f(1, 2)
                """);
    }
}
