package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class ClassNotInstantiatedTest {
    private final RuleExamples examples = RuleExamples.of(new ClassNotInstantiated());

    @Test
    void makesAnInstanceForACall() {
        examples.heals("""
                class Report:
                    def render(self):
                        return "ok"

                assert Report.render() == "ok"
                """, "Report().render()");
    }

    @Test
    void makesAnInstanceForAVariable() {
        examples.heals("""
                class Stack:
                    def __init__(self):
                        self.items = []

                    def push(self, x):
                        self.items.append(x)

                stack = Stack
                stack.push(1)
                assert stack.items == [1]
                """, "stack = Stack()");
    }

    @Test
    void worksAcrossModules() {
        examples.heals("""
                import shapes

                def run():
                    s = shapes.Square
                    return s.area()

                assert run() == 4
                #--- shapes.py
                class Square:
                    side = 2

                    def area(self):
                        return self.side ** 2
                """, "s = shapes.Square()");
    }

    @Test
    void passesArgumentsOn() {
        examples.heals("""
                class Calculator:
                    def add(self, a, b):
                        return a + b

                assert Calculator.add(1, 2) == 3
                """, "Calculator().add(1, 2)");
    }

    @Test
    void acceptsDefaults() {
        examples.heals("""
                class Box:
                    def __init__(self, n=2):
                        self.n = n

                    def size(self):
                        return self.n

                assert Box.size() == 2
                """, "Box().size()");
    }

    @Test
    void leavesClassesThatNeedArgumentsAlone() {
        examples.leavesAlone("""
                class Box:
                    def __init__(self, n):
                        self.n = n

                    def size(self):
                        return self.n

                Box.size()
                """);
    }

    @Test
    void leavesFunctionsAlone() {
        examples.leavesAlone("""
                def f(a):
                    return a

                f()
                """);
    }

    @Test
    void leavesStaticMethodsAlone() {
        examples.leavesAlone("""
                class A:
                    @staticmethod
                    def f(x):
                        return x

                A.f()
                """);
    }
}
