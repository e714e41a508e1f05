package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class OldPrintTest {
    private final RuleExamples examples = RuleExamples.of(new OldPrint());

    @Test
    void ofAString() {
        examples.heals("""
                print "hello"
                """, "print(\"hello\")");
    }

    @Test
    void ofSeveralValues() {
        examples.heals("""
                n = 3
                print "n =", n
                """, "print(\"n =\", n)");
    }

    @Test
    void everywhereInTheFile() {
        examples.heals("""
                print "a"
                x = 1
                print "b"
                """, "print(\"a\")\n", "print(\"b\")");
    }

    @Test
    void ofTheExecStatement() {
        examples.heals("""
                exec "y = 3"
                assert y == 3
                """, "exec(\"y = 3\")");
    }

    @Test
    void withAnExpression() {
        examples.heals("""
                print 1 + 2
                """, "print(1 + 2)");
    }

    @Test
    void leavesAPrintCall() {
        examples.leavesAlone("""
                print("a"
                """);
    }

    @Test
    void leavesAShift() {
        examples.leavesAlone("""
                print(1 << "a")
                """);
    }

    @Test
    void leavesAnUndefinedName() {
        examples.leavesAlone("""
                prin("a")
                """);
    }
}
