package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class ValueCalledTest {
    private final RuleExamples examples = RuleExamples.of(new ValueCalled());

    @Test
    void readsAProperty() {
        examples.heals("""
                class Circle:
                    @property
                    def area(self):
                        return 3

                def show(c):
                    return c.area() + 1

                assert show(Circle()) == 4
                """, "return c.area + 1");
    }

    @Test
    void readsAnAttribute() {
        examples.heals("""
                class User:
                    def __init__(self, name):
                        self.name = name

                def show(user):
                    return user.name().upper()

                assert show(User("a")) == "A"
                """, "user.name.upper()");
    }

    @Test
    void readsALibraryValue() {
        examples.heals("""
                import datetime

                def year(date):
                    return date.year()

                assert year(datetime.date(2024, 1, 1)) == 2024
                """, "date.year");
    }

    @Test
    void readsAVariable() {
        examples.heals("""
                def f(xs):
                    total = sum(xs)
                    return total()

                assert f([1]) == 1
                """, "return total");
    }

    @Test
    void readsAPathPart() {
        examples.heals("""
                from pathlib import Path

                def name(p):
                    return p.name()

                assert name(Path("a/b")) == "b"
                """, "p.name");
    }

    @Test
    void leavesArgumentsAlone() {
        examples.leavesAlone("""
                def f(x):
                    return x(1)

                f([1])
                """);
    }

    @Test
    void leavesMethodsAlone() {
        examples.leavesAlone("""
                def f(x):
                    return x.upper()()

                f("a")
                """);
    }

    @Test
    void leavesNamesAlone() {
        examples.leavesAlone("""
                print(x())
                """);
    }
}
