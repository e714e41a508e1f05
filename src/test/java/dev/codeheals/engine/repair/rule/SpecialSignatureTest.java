package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class SpecialSignatureTest {
    private final RuleExamples examples = RuleExamples.of(new SpecialSignature());

    @Test
    void anExitThatForgetsTheTraceback() {
        examples.heals("""
                class Door:
                    def __enter__(self):
                        return "in"

                    def __exit__(self, kind, value):
                        self.shut = True

                with Door() as where:
                    assert where == "in"
                """, "def __exit__(self, kind, value, traceback):");
    }

    @Test
    void anExitThatTakesNothing() {
        examples.heals("""
                class Lamp:
                    on = False

                    def __enter__(self):
                        self.on = True
                        return self

                    def __exit__(self):
                        self.on = False

                lamp = Lamp()
                with lamp:
                    assert lamp.on
                assert not lamp.on
                """, "__exit__(self, exc_type, exc_value, traceback)");
    }

    @Test
    void anIteratorThatWantsTooMuch() {
        examples.heals("""
                class Dice:
                    def __iter__(self, sides):
                        return iter([1, 2, 3])

                assert sum(Dice()) == 6
                """, "def __iter__(self):");
    }

    @Test
    void anItemWithoutItsValue() {
        examples.heals("""
                class Shelf:
                    def __init__(self):
                        self.books = {}

                    def __setitem__(self, place):
                        self.books[place] = "taken"

                shelf = Shelf()
                shelf[3] = "Emma"
                assert shelf.books == {3: "taken"}
                """, "__setitem__(self, place, value)");
    }

    @Test
    void aComparisonWithNobody() {
        examples.heals("""
                class Coin:
                    def __lt__(self):
                        return False

                assert sorted([Coin(), Coin()])
                """, "def __lt__(self, other):");
    }

    @Test
    void leavesAConstructor() {
        examples.leavesAlone("""
                class Box:
                    def __init__(self):
                        pass

                Box(1)
                """);
    }

    @Test
    void leavesAPlainMethod() {
        examples.leavesAlone("""
                class Cup:
                    def fill(self):
                        pass

                Cup().fill(2)
                """);
    }

    @Test
    void leavesAMethodWithSpareRoom() {
        examples.leavesAlone("""
                class Gate:
                    def __call__(self, a):
                        return a

                Gate()()
                """);
    }
}
