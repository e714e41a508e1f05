package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class LostDataclassTest {
    private final RuleExamples examples = RuleExamples.of(new LostDataclass());

    @Test
    void calledByPlace() {
        examples.heals("""
                from dataclasses import dataclass

                class Point:
                    x: int
                    y: int

                assert Point(1, 2).y == 2
                """, "@dataclass\nclass Point:");
    }

    @Test
    void calledByName() {
        examples.heals("""
                from dataclasses import dataclass

                @dataclass
                class Price:
                    amount: float

                class Line:
                    price: Price
                    count: int = 1

                    def total(self):
                        return self.price.amount * self.count

                assert Line(price=Price(2.0), count=3).total() == 6.0
                """, "@dataclass\nclass Line:");
    }

    @Test
    void withoutTheImport() {
        examples.heals("""
                class Settings:
                    name: str
                    debug: bool = False

                assert Settings("a").debug is False
                """, "from dataclasses import dataclass", "@dataclass\nclass Settings:");
    }

    @Test
    void byTheModulesName() {
        examples.heals("""
                import dataclasses

                class Row:
                    cells: list

                assert Row([1]).cells == [1]
                """, "@dataclasses.dataclass\nclass Row:");
    }

    @Test
    void inAnotherFile() {
        examples.heals("""
                from models import Task

                assert Task("wash").done is False
                #--- models.py
                from dataclasses import dataclass, field


                class Task:
                    title: str
                    done: bool = False
                    tags: list = field(default_factory=list)
                """, "@dataclass\nclass Task:");
    }

    @Test
    void notAClassWithAConstructor() {
        examples.leavesAlone("""
                class Point:
                    x: int

                    def __init__(self):
                        self.x = 0

                Point(colour="red")
                """);
    }

    @Test
    void notAClassWithoutFields() {
        examples.leavesAlone("""
                class Empty:
                    pass

                Empty(1)
                """);
    }

    @Test
    void notAClassThatInheritsItsConstructor() {
        examples.leavesAlone("""
                class Base:
                    def __init__(self):
                        pass

                class Child(Base):
                    x: int

                Child(x=1)
                """);
    }
}
