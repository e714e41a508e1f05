package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class AssignmentInConditionTest {
    private final RuleExamples examples = RuleExamples.of(new AssignmentInCondition());

    @Test
    void inAnIf() {
        examples.heals("""
                x = 5
                if x = 5:
                    print("five")
                """, "if x == 5:");
    }

    @Test
    void inAWhile() {
        examples.heals("""
                n = 0
                while n = 0:
                    n += 1
                """, "while n == 0:");
    }

    @Test
    void inAnElif() {
        examples.heals("""
                n = 2
                if n == 1:
                    raise SystemExit(1)
                elif n = 2:
                    print("two")
                """, "elif n == 2:");
    }

    @Test
    void namingAValue() {
        examples.heals("""
                lines = iter(["a", ""])
                while (line = next(lines)):
                    print(line)
                """, "(line := next(lines))");
    }

    @Test
    void inAnAssert() {
        examples.heals("""
                assert 1 + 1 = 2
                """, "assert 1 + 1 == 2");
    }

    @Test
    void leavesAPlainAssignment() {
        examples.leavesAlone("""
                x = = 3
                """);
    }

    @Test
    void leavesAWrongArgument() {
        examples.leavesAlone("""
                def f(a):
                    return a

                f(b=1)
                """);
    }

    @Test
    void leavesAFailedAssertion() {
        examples.leavesAlone("""
                assert 1 == 2
                """);
    }
}
