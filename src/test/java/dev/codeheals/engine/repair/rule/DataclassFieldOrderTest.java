package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class DataclassFieldOrderTest {
    private final RuleExamples examples = RuleExamples.of(new DataclassFieldOrder());

    @Test
    void movesTheField() {
        examples.heals("""
                from dataclasses import dataclass

                @dataclass
                class Person:
                    age: int = 0
                    name: str

                assert Person(name="a").age == 0
                """, "    name: str\n    age: int = 0\n");
    }

    @Test
    void movesSeveral() {
        examples.heals("""
                from dataclasses import dataclass

                @dataclass
                class P:
                    c: int = 1
                    a: int
                    b: int

                assert P(a=1, b=2).c == 1
                """, "    a: int\n    b: int\n    c: int = 1\n");
    }

    @Test
    void givesADefaultWherePlacesMatter() {
        examples.heals("""
                from dataclasses import dataclass

                @dataclass
                class P:
                    a: int = 1
                    b: int

                assert P(3).b == 0 and P(5, 6).a == 5
                """, "    b: int = 0");
    }

    @Test
    void givesAChildADefault() {
        examples.heals("""
                from dataclasses import dataclass

                @dataclass
                class Base:
                    name: str = "a"

                @dataclass
                class Child(Base):
                    age: int

                assert Child().age == 0
                """, "    age: int = 0");
    }

    @Test
    void givesAListAFactory() {
        examples.heals("""
                from dataclasses import dataclass, field

                @dataclass
                class Base:
                    name: str = "a"

                @dataclass
                class Child(Base):
                    tags: list

                assert Child().tags == []
                """, "    tags: list = field(default_factory=list)");
    }

    @Test
    void leavesFunctionsAlone() {
        examples.leavesAlone("""
                def f(a=1, *, b):
                    return a

                f()
                """);
    }

    @Test
    void leavesMutableDefaultsAlone() {
        examples.leavesAlone("""
                from dataclasses import dataclass

                @dataclass
                class P:
                    a: list = []
                """);
    }

    @Test
    void leavesMissingValuesAlone() {
        examples.leavesAlone("""
                from dataclasses import dataclass

                @dataclass
                class P:
                    a: int

                P()
                """);
    }
}
