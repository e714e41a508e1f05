package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class ShadowedStdlibTest {
    private final RuleExamples examples = RuleExamples.of(new ShadowedStdlib());

    @Test
    void namesTheFile() {
        examples.advises("""
                import calendar

                calendar.month(2024, 1)
                #--- calendar.py
                x = 1
                """, "Rename `calendar.py`");
    }

    @Test
    void seesFromImports() {
        examples.advises("""
                from statistics import mean
                #--- statistics.py
                x = 1
                """, "Rename `statistics.py`");
    }

    @Test
    void seesDeeperUse() {
        examples.advises("""
                import fractions

                def f():
                    return fractions.Fraction(1)

                f()
                #--- fractions.py
                x = 1
                """, "Rename `fractions.py`");
    }

    @Test
    void seesClasses() {
        examples.advises("""
                import decimal

                decimal.Decimal(1)
                #--- decimal.py
                x = 1
                """, "Rename `decimal.py`");
    }

    @Test
    void seesConstants() {
        examples.advises("""
                import colorsys

                colorsys.rgb_to_hsv(1, 1, 1)
                #--- colorsys.py
                x = 1
                """, "Rename `colorsys.py`");
    }

    @Test
    void leavesOwnNamesAlone() {
        examples.leavesAlone("""
                import helper

                helper.f()
                #--- helper.py
                x = 1
                """);
    }

    @Test
    void leavesTheLibraryAlone() {
        examples.leavesAlone("""
                import math

                math.frobnicate()
                """);
    }

    @Test
    void leavesInstancesAlone() {
        examples.leavesAlone("""
                "a".month
                """);
    }
}
