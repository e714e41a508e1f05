package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MisspeltModuleAttributeTest {
    private final RuleExamples examples = RuleExamples.of(new MisspeltModuleAttribute());

    @Test
    void mendsAFunction() {
        examples.heals("""
                import math

                def root(x):
                    return math.squrt(x)

                assert root(4) == 2
                """, "math.sqrt(x)");
    }

    @Test
    void mendsAConstant() {
        examples.heals("""
                import string

                def letters():
                    return string.ascii_lowecase

                assert len(letters()) == 26
                """, "string.ascii_lowercase");
    }

    @Test
    void mendsThroughAnAlias() {
        examples.heals("""
                import datetime as dt

                def days(n):
                    return dt.timdelta(days=n)

                assert days(2).days == 2
                """, "dt.timedelta(days=n)");
    }

    @Test
    void mendsEveryUse() {
        examples.heals("""
                import json

                def both(a, b):
                    return json.dump_s(a) + json.dump_s(b)

                assert both(1, 2) == "12"
                """, "json.dumps(a) + json.dumps(b)");
    }

    @Test
    void mendsAProjectFunction() {
        examples.heals("""
                import text

                assert text.normalize(" A ") == "a"
                #--- text.py
                def normalise(s):
                    return s.strip().lower()
                """, "text.normalise(\" A \")");
    }

    @Test
    void mendsOsPath() {
        examples.heals("""
                import os

                def there(name):
                    return os.path.exist(name)

                assert there(".")
                """, "os.path.exists(name)");
    }

    @Test
    void leavesUnlikeNamesAlone() {
        examples.leavesAlone("""
                import math

                math.frobnicate(1)
                """);
    }

    @Test
    void leavesRemovedNamesAlone() {
        examples.leavesAlone("""
                import string

                string.frobnicate
                """);
    }

    @Test
    void leavesInstancesAlone() {
        examples.leavesAlone("""
                "a".uper()
                """);
    }
}
