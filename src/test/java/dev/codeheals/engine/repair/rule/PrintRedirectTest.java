package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class PrintRedirectTest {
    private final RuleExamples examples = RuleExamples.of(new PrintRedirect());

    @Test
    void toStandardError() {
        examples.heals("""
                import sys

                print >>sys.stderr, "oops"
                """, "print(\"oops\", file=sys.stderr)");
    }

    @Test
    void severalValues() {
        examples.heals("""
                import sys

                print >>sys.stdout, "a", 2
                """, "print(\"a\", 2, file=sys.stdout)");
    }

    @Test
    void nothingToPrint() {
        examples.heals("""
                import sys

                print >>sys.stdout
                """, "print(file=sys.stdout)");
    }

    @Test
    void toAFile() {
        examples.heals("""
                with open("o.txt", "w") as out:
                    print >>out, "x"
                """, "print(\"x\", file=out)");
    }

    @Test
    void everywhere() {
        examples.heals("""
                import sys

                print >>sys.stderr, "a"
                print >>sys.stderr, "b"
                """, "print(\"b\", file=sys.stderr)");
    }

    @Test
    void leavesAShift() {
        examples.leavesAlone("""
                print(1 >> "a")
                """);
    }

    @Test
    void leavesAPrintedName() {
        examples.leavesAlone("""
                print(nothing)
                """);
    }

    @Test
    void leavesAShiftOfAFunction() {
        examples.leavesAlone("""
                len >> 2
                """);
    }
}
