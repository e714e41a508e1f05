package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class ExtraArgumentTest {
    private final RuleExamples examples = RuleExamples.of(new ExtraArgument());

    @Test
    void addsTheParameterTheBodyReads() {
        examples.heals("""
                def area(width):
                    return width * height

                assert area(2, 3) == 6
                """, "def area(width, height):");
    }

    @Test
    void dropsAPassedSelf() {
        examples.heals("""
                class Box:
                    def __init__(self):
                        self.items = []

                    def add(self, x):
                        self.items.append(x)
                        return len(self.items)

                    def put(self, x):
                        return self.add(self, x)

                assert Box().put(1) == 1
                """, "self.add(x)");
    }

    @Test
    void dropsSelfForSuper() {
        examples.heals("""
                class Animal:
                    def __init__(self, name):
                        self.name = name

                class Dog(Animal):
                    def __init__(self, name):
                        super().__init__(self, name)

                assert Dog("a").name == "a"
                """, "super().__init__(name)");
    }

    @Test
    void dropsTheLastArgument() {
        examples.heals("""
                def greet(name):
                    return "Hello " + name

                assert greet("ann", 3) == "Hello ann"
                """, "greet(\"ann\")");
    }

    @Test
    void keepsWhatAMethodReads() {
        examples.heals("""
                class Person:
                    def __init__(self, name):
                        self.name = name

                    def show(self):
                        return f"{self.name} {self.age}"

                assert Person("a", 3).show() == "a 3"
                """, "def __init__(self, name, age):", "self.age = age");
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
    void leavesBuiltinsAlone() {
        examples.leavesAlone("""
                len([1], [2])
                """);
    }

    @Test
    void leavesOtherErrorsAlone() {
        examples.leavesAlone("""
                def f(a):
                    return a

                f(b=1)
                """);
    }
}
