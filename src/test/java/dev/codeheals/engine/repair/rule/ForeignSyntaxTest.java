package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class ForeignSyntaxTest {
    private final RuleExamples examples = RuleExamples.of(new ForeignSyntax());

    @Test
    void elseIf() {
        examples.heals("""
                def sign(n):
                    if n > 0:
                        return 1
                    else if n < 0:
                        return -1
                    return 0

                assert sign(-3) == -1
                """, "elif n < 0:");
    }

    @Test
    void doubledSigns() {
        examples.heals("""
                a, b, c = 1, 1, 0
                if a && b || c:
                    print("yes")
                else:
                    raise SystemExit(1)
                """, "a and b or c");
    }

    @Test
    void countingUp() {
        examples.heals("""
                n = 0
                for _ in "ab":
                    n++
                assert n == 2
                """, "n += 1");
    }

    @Test
    void aChoiceWithAQuestionMark() {
        examples.heals("""
                age = 20
                kind = age >= 18 ? "old" : "young"
                assert kind == "old"
                """, "kind = \"old\" if age >= 18 else \"young\"");
    }

    @Test
    void functionInsteadOfDef() {
        examples.heals("""
                function twice(n):
                    return n * 2

                assert twice(2) == 4
                """, "def twice(n):");
    }

    @Test
    void leavesAnUnclosedBracket() {
        examples.leavesAlone("""
                print((1)
                """);
    }

    @Test
    void leavesABadIndent() {
        examples.leavesAlone("""
                def f():
                return 1
                """);
    }

    @Test
    void leavesADivision() {
        examples.leavesAlone("""
                print(1 / 0)
                """);
    }
}
