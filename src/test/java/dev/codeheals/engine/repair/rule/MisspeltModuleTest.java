package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MisspeltModuleTest {
    private final RuleExamples examples = RuleExamples.of(new MisspeltModule());

    @Test
    void mendsAStandardModule() {
        examples.heals("""
                import jsn

                def load(t):
                    return json.loads(t)

                assert load("1") == 1
                """, "import json");
    }

    @Test
    void renamesItsUses() {
        examples.heals("""
                import maht

                def root(x):
                    return maht.sqrt(x)

                assert root(4) == 2
                """, "return math.sqrt(x)");
    }

    @Test
    void mendsAFromImport() {
        examples.heals("""
                from colections import Counter

                assert Counter("aa")["a"] == 2
                """, "from collections import Counter");
    }

    @Test
    void mendsAProjectModule() {
        examples.heals("""
                from helper import clean

                assert clean(" a") == "a"
                #--- helpers.py
                def clean(t):
                    return t.strip()
                """, "from helpers import clean");
    }

    @Test
    void mendsASubmodule() {
        examples.heals("""
                import xml.etree.ElementTre as ET

                assert ET.fromstring("<a/>").tag == "a"
                """, "import xml.etree.ElementTree as ET");
    }

    @Test
    void mendsAPackageModule() {
        examples.heals("""
                from shop.model import Item

                assert Item().kind == "item"
                #--- shop/__init__.py
                #--- shop/models.py
                class Item:
                    kind = "item"
                """, "from shop.models import Item");
    }

    @Test
    void mendsARelativeImport() {
        examples.heals("""
                from shop.tax import tax

                assert tax(2) == 4
                #--- shop/__init__.py
                #--- shop/rates.py
                RATE = 2
                #--- shop/tax.py
                from .rate import RATE

                def tax(x):
                    return x * RATE
                """, "from .rates import RATE");
    }

    @Test
    void leavesUnknownPackagesAlone() {
        examples.leavesAlone("""
                import frobnicator
                """);
    }

    @Test
    void leavesModulesWithoutTheNameAlone() {
        examples.leavesAlone("""
                from helper import frobnicate
                #--- helpers.py
                def clean(t):
                    return t.strip()
                """);
    }

    @Test
    void leavesWrongNamesAlone() {
        examples.leavesAlone("""
                from math import squareroot
                """);
    }
}
