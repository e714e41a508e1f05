package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MisspeltImportNameTest {
    private final RuleExamples examples = RuleExamples.of(new MisspeltImportName());

    @Test
    void mendsAStandardName() {
        examples.heals("""
                from collections import defaltdict

                d = defaultdict(list)
                assert d["a"] == []
                """, "from collections import defaultdict");
    }

    @Test
    void renamesItsUses() {
        examples.heals("""
                from math import sqroot

                def root(x):
                    return sqroot(x)

                assert root(4) == 2
                """, "from math import sqrt", "return sqrt(x)");
    }

    @Test
    void mendsAProjectName() {
        examples.heals("""
                from shop import total_prices

                assert total_price([1]) == 1
                #--- shop.py
                def total_price(xs):
                    return sum(xs)

                print(total_price([2]))
                """, "from shop import total_price");
    }

    @Test
    void mendsTheDefinitionSeveralFilesImport() {
        examples.heals("""
                from report import show
                from shop import compute_total

                assert compute_total([1]) == 1 and show() == 2
                #--- report.py
                from shop import compute_total

                def show():
                    return compute_total([2])
                #--- shop.py
                def compute_totl(xs):
                    return sum(xs)
                """, "def compute_total(xs):");
    }

    @Test
    void keepsTheOtherNames() {
        examples.heals("""
                from os.path import join, exsts

                assert exists(join("."))
                """, "from os.path import join, exists");
    }

    @Test
    void leavesUnlikeNamesAlone() {
        examples.leavesAlone("""
                from math import frobnicate
                """);
    }

    @Test
    void leavesMissingModulesAlone() {
        examples.leavesAlone("""
                from mth import sqrt
                """);
    }

    @Test
    void leavesNameErrorsAlone() {
        examples.leavesAlone("""
                print(sqroot)
                """);
    }
}
