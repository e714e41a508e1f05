package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class LeadingZerosTest {
    private final RuleExamples examples = RuleExamples.of(new LeadingZeros());

    @Test
    void allOfAList() {
        examples.heals("""
                codes = [007, 042, 100]
                assert max(codes) == 100 and codes[0] == 7
                """, "[7, 42, 100]");
    }

    @Test
    void aDay() {
        examples.heals("""
                def due(day=09, month=12):
                    return f"{day}.{month}."

                assert due() == "9.12."
                """, "day=9, month=12");
    }

    @Test
    void aFileMode() {
        examples.heals("""
                import stat

                PRIVATE = 0600
                assert stat.filemode(PRIVATE)[1:4] == "rw-"
                """, "PRIVATE = 0o600");
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
