package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class UnkeptValueTest {
    private final RuleExamples examples = RuleExamples.of(new UnkeptValue());

    @Test
    void writesSelfBeforeAName() {
        examples.heals("""
                class User:
                    def __init__(self, name):
                        name = name

                    def show(self):
                        return self.name

                assert User("a").show() == "a"
                """, "        self.name = name");
    }

    @Test
    void keepsALocal() {
        examples.heals("""
                class Box:
                    def __init__(self, first):
                        items = []
                        items.append(first)

                    def count(self):
                        return len(self.items)

                assert Box(1).count() == 1
                """, "        self.items = []", "self.items.append(first)");
    }

    @Test
    void turnsAComparisonIntoAnAssignment() {
        examples.heals("""
                class Sum:
                    total: int

                    def __init__(self):
                        try:
                            self.ready
                        except AttributeError:
                            self.ready = True
                        self.total == 0

                assert Sum().total == 0
                """, "        self.total = 0");
    }

    @Test
    void keepsAForgottenParameter() {
        examples.heals("""
                class Account:
                    def __init__(self, name, balance):
                        self.name = name

                    def show(self):
                        return f"{self.name} {self.balance}"

                assert Account("a", 3).show() == "a 3"
                """, "        self.name = name\n        self.balance = balance\n");
    }

    @Test
    void replacesPass() {
        examples.heals("""
                class User:
                    def __init__(self, name):
                        pass

                assert User("b").name == "b"
                """, "        self.name = name");
    }

    @Test
    void keepsItInABaseClass() {
        examples.heals("""
                class Base:
                    def __init__(self, kind):
                        self.x = 1

                class Child(Base):
                    def show(self):
                        return self.kind

                assert Child("k").show() == "k"
                """, "        self.kind = kind");
    }

    @Test
    void leavesUnknownAttributesAlone() {
        examples.leavesAlone("""
                class A:
                    def __init__(self, x):
                        self.x = x

                A(1).y
                """);
    }

    @Test
    void leavesSetAttributesAlone() {
        examples.leavesAlone("""
                class A:
                    def __init__(self, x):
                        self.x = x
                        del self.x

                A(1).x
                """);
    }

    @Test
    void leavesBuiltinsAlone() {
        examples.leavesAlone("""
                "a".name
                """);
    }
}
