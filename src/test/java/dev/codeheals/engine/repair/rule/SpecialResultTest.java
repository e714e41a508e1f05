package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class SpecialResultTest {
    private final RuleExamples examples = RuleExamples.of(new SpecialResult());

    @Test
    void makesTextOfANumber() {
        examples.heals("""
                class P:
                    def __init__(self, x):
                        self.x = x

                    def __str__(self):
                        return self.x

                assert str(P(3)) == "3"
                """, "return str(self.x)");
    }

    @Test
    void returnsWhatWasPrinted() {
        examples.heals("""
                class P:
                    x = 1

                    def __str__(self):
                        print(f"P{self.x}")

                assert str(P()) == "P1"
                """, "        return f\"P{self.x}\"");
    }

    @Test
    void returnsTheText() {
        examples.heals("""
                class P:
                    def __repr__(self):
                        "P" + "!"

                assert repr(P()) == "P!"
                """, "        return \"P\" + \"!\"");
    }

    @Test
    void dropsTheResultOfInit() {
        examples.heals("""
                class P:
                    def __init__(self, x):
                        self.x = x
                        return self

                    def get(self):
                        return self.x

                assert P(1).get() == 1
                """, "        self.x = x\n\n    def");
    }

    @Test
    void convertsAHash() {
        examples.heals("""
                class Tag:
                    name = "a"

                    def __hash__(self):
                        return self.name

                assert {Tag(): 1}
                """, "return hash(self.name)");
    }

    @Test
    void makesABool() {
        examples.heals("""
                class Bag:
                    n = 1

                    def __bool__(self):
                        return self.n

                assert bool(Bag())
                """, "return bool(self.n)");
    }

    @Test
    void leavesGoodOnesAlone() {
        examples.leavesAlone("""
                class P:
                    def __str__(self):
                        return "a"

                str(P()) + 1
                """);
    }

    @Test
    void leavesOtherErrorsAlone() {
        examples.leavesAlone("""
                len(3)
                """);
    }

    @Test
    void leavesFunctionsAlone() {
        examples.leavesAlone("""
                def f():
                    return 1

                f().x
                """);
    }
}
