package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class KeywordSlipTest {
    private final RuleExamples examples = RuleExamples.of(new KeywordSlip());

    @Test
    void misspeltReturn() {
        examples.heals("""
                def same(n):
                    retrun n

                assert same(3) == 3
                """, "return n");
    }

    @Test
    void misspeltWhile() {
        examples.heals("""
                n = 2
                whiel n > 0:
                    n -= 1
                """, "while n");
    }

    @Test
    void capitalFor() {
        examples.heals("""
                For x in [1]:
                    print(x)
                """, "for x in");
    }

    @Test
    void misspeltImport() {
        examples.heals("""
                imprt math
                assert math.pi > 3
                """, "import math");
    }

    @Test
    void gluedDef() {
        examples.heals("""
                defmain():
                    return 1

                assert main() == 1
                """, "def main():");
    }

    @Test
    void leavesAMissingColon() {
        examples.leavesAlone("""
                if True
                    pass
                """);
    }

    @Test
    void leavesAMisspeltVariable() {
        examples.leavesAlone("""
                value = 1
                print(valeu)
                """);
    }

    @Test
    void leavesAStrayBracket() {
        examples.leavesAlone("""
                x = 1)
                """);
    }
}
