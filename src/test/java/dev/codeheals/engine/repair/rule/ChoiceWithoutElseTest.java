package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class ChoiceWithoutElseTest {
    private final RuleExamples examples = RuleExamples.of(new ChoiceWithoutElse());

    @Test
    void aText() {
        examples.heals("""
                x = 4
                print("even" if x % 2 == 0)
                """, "else \"\"");
    }

    @Test
    void aNumber() {
        examples.heals("""
                x = 4
                print(1 if x > 2)
                """, "else 0)");
    }

    @Test
    void anAssignment() {
        examples.heals("""
                x = 4
                y = x if x > 2
                assert y == 4
                """, "else None");
    }

    @Test
    void anArgument() {
        examples.heals("""
                x = 4
                assert max(2 if x > 2, 1) == 2
                """, "else 0,");
    }

    @Test
    void aReturn() {
        examples.heals("""
                def f(x):
                    return "big" if x > 3

                assert f(4) == "big"
                """, "else \"\"");
    }

    @Test
    void leavesAWholeChoice() {
        examples.leavesAlone("""
                print(1 if undefined else 2)
                """);
    }

    @Test
    void leavesAMissingColon() {
        examples.leavesAlone("""
                if True
                    pass
                """);
    }

    @Test
    void leavesAnOpenBracket() {
        examples.leavesAlone("""
                print((1)
                """);
    }
}
