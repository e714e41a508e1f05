package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class KeywordOnlyTest {
    private final RuleExamples examples = RuleExamples.of(new KeywordOnly());

    @Test
    void oneFlagByPlace() {
        examples.heals("""
                def greet(name, *, loud=False):
                    return name.upper() if loud else name

                assert greet("kim", True) == "KIM"
                """, "greet(\"kim\", loud=True)");
    }

    @Test
    void oneBesideAnother() {
        examples.heals("""
                def ticket(seat, *, row, price=5):
                    return f"{row}{seat}: {price}"

                assert ticket(3, "B", price=7) == "B3: 7"
                """, "row=\"B\"");
    }

    @Test
    void twoAtOnce() {
        examples.heals("""
                def box(*, wide, high):
                    return wide * high

                assert box(2, 3) == 6
                """, "box(wide=2, high=3)");
    }

    @Test
    void aConstructor() {
        examples.heals("""
                class Pump:
                    def __init__(self, place, *, power):
                        self.power = power

                assert Pump("cellar", 40).power == 40
                """, "power=40");
    }

    @Test
    void aMethod() {
        examples.heals("""
                class Radio:
                    def tune(self, *, to):
                        return to

                assert Radio().tune(98) == 98
                """, "tune(to=98)");
    }

    @Test
    void leavesPlainParameters() {
        examples.leavesAlone("""
                def add(a, b):
                    return a + b

                add(1, 2, 3)
                """);
    }

    @Test
    void leavesSpreadArguments() {
        examples.leavesAlone("""
                def pick(*, best):
                    return best

                pick(*[1])
                """);
    }

    @Test
    void leavesMoreThanThereAreNamesFor() {
        examples.leavesAlone("""
                def pack(*, lid):
                    return lid

                pack(1, 2)
                """);
    }
}
