package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class QualifiedNameTest {
    private final RuleExamples examples = RuleExamples.of(new QualifiedName());

    @Test
    void qualifiesAFunction() {
        examples.heals("""
                import math

                def length(x, y):
                    return sqrt(x * x + y * y)

                assert length(3, 4) == 5
                """, "math.sqrt(x * x + y * y)");
    }

    @Test
    void qualifiesThroughTheAlias() {
        examples.heals("""
                import datetime as dt

                def next_day():
                    return datetime(2024, 1, 1) + dt.timedelta(days=1)

                assert next_day().day == 2
                """, "dt.datetime(2024, 1, 1) + dt.timedelta(days=1)");
    }

    @Test
    void qualifiesAConstant() {
        examples.heals("""
                import math

                def around(r):
                    return 2 * pi * r

                assert around(1) > 6
                """, "2 * math.pi * r");
    }

    @Test
    void qualifiesAProjectFunction() {
        examples.heals("""
                import helpers

                def run(text):
                    return clean(text)

                assert run(" a ") == "a"
                #--- helpers.py
                def clean(text):
                    return text.strip()
                """, "helpers.clean(text)");
    }

    @Test
    void qualifiesASubmodule() {
        examples.heals("""
                import xml.etree.ElementTree

                def root(text):
                    return ElementTree.fromstring(text).tag

                assert root("<a/>") == "a"
                """, "xml.etree.ElementTree.fromstring");
    }

    @Test
    void leavesNamesOfModulesNotImportedAlone() {
        examples.leavesAlone("""
                import os

                def length(x):
                    return sqrt(x)

                length(4)
                """);
    }

    @Test
    void leavesFromImportsAlone() {
        examples.leavesAlone("""
                from math import floor

                def length(x):
                    return sqrt(x)

                length(4)
                """);
    }

    @Test
    void leavesUnknownNamesAlone() {
        examples.leavesAlone("""
                import math

                def f(x):
                    return frobnicate(x)

                f(1)
                """);
    }
}
