package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class LeadingZerosTest {
    private final RuleExamples examples = RuleExamples.of(new LeadingZeros());

    @Test
    void allOfAList() {
        examples.heals("""
                months = [01, 02, 03]
                assert sum(months) == 6
                """, "[1, 2, 3]");
    }

    @Test
    void aDay() {
        examples.heals("""
                day = 09
                assert day == 9
                """, "9");
    }

    @Test
    void aFileMode() {
        examples.heals("""
                mode = 0644
                assert mode == 420
                """, "0o644");
    }

    @Test
    void anArgument() {
        examples.heals("""
                from datetime import date

                assert date(2024, 05, 01).month == 5
                """, "date(2024, 5, 1)");
    }

    @Test
    void theModeOfAFolder() {
        examples.heals("""
                import os

                os.makedirs("made", mode=0755, exist_ok=True)
                """, "0o755");
    }

    @Test
    void leavesAPlainZero() {
        examples.leavesAlone("""
                x = 0 0
                """);
    }

    @Test
    void leavesADecimal() {
        examples.leavesAlone("""
                x = 0.5.5
                """);
    }

    @Test
    void leavesTextOfDigits() {
        examples.leavesAlone("""
                print(int("0x"))
                """);
    }
}
