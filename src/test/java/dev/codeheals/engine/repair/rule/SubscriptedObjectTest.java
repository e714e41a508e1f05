package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class SubscriptedObjectTest {
    private final RuleExamples examples = RuleExamples.of(new SubscriptedObject());

    @Test
    void readsAnAttribute() {
        examples.heals("""
                class User:
                    def __init__(self, name):
                        self.name = name

                def show(user):
                    return user["name"]

                assert show(User("a")) == "a"
                """, "user.name");
    }

    @Test
    void readsADataclass() {
        examples.heals("""
                from dataclasses import dataclass

                @dataclass
                class P:
                    x: int
                    y: int

                def total(p):
                    return p["x"] + p["y"]

                assert total(P(1, 2)) == 3
                """, "p.x + p.y");
    }

    @Test
    void readsANamedTuple() {
        examples.heals("""
                from collections import namedtuple

                P = namedtuple("P", "x y")

                def first(p):
                    return p["x"]

                assert first(P(1, 2)) == 1
                """, "p.x");
    }

    @Test
    void assignsAnAttribute() {
        examples.heals("""
                class User:
                    name = "a"

                user = User()
                user["name"] = "b"
                assert user.name == "b"
                """, "user.name = \"b\"");
    }

    @Test
    void readsAPath() {
        examples.heals("""
                from pathlib import Path

                def kind(p):
                    return p["suffix"]

                assert kind(Path("a.txt")) == ".txt"
                """, "p.suffix");
    }

    @Test
    void leavesUnknownKeysAlone() {
        examples.leavesAlone("""
                class A:
                    pass

                A()["x"]
                """);
    }

    @Test
    void leavesNumbersAlone() {
        examples.leavesAlone("""
                def f(x):
                    return x["a"]

                f(3)
                """);
    }

    @Test
    void leavesListsAlone() {
        examples.leavesAlone("""
                def f(x):
                    return x["a"]

                f([1])
                """);
    }
}
