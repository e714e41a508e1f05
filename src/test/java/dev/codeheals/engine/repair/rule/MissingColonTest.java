package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MissingColonTest {
    private final RuleExamples examples = RuleExamples.of(new MissingColon());

    @Test
    void afterALoopHeader() {
        examples.heals("""
                for name in ["a", "b"]
                    print(name)
                """, "for name in [\"a\", \"b\"]:");
    }

    @Test
    void afterACommentedHeader() {
        examples.heals("""
                left = 2
                while left > 0  # count down
                    left -= 1
                """, "while left > 0:  # count down");
    }

    @Test
    void afterAnExceptClause() {
        examples.heals("""
                try:
                    int("x")
                except ValueError as problem
                    print(problem)
                """, "except ValueError as problem:");
    }

    @Test
    void afterAHeaderOverSeveralLines() {
        examples.heals("""
                def area(width,
                         height=2)
                    return width * height

                assert area(3) == 6
                """, "height=2):");
    }

    @Test
    void insteadOfASemicolon() {
        examples.heals("""
                class Box;
                    size = 3

                assert Box.size == 3
                """, "class Box:");
    }

    @Test
    void leavesAMissingBracket() {
        examples.leavesAlone("""
                values = [1, 2
                print(values)
                """);
    }

    @Test
    void leavesAMisspeltName() {
        examples.leavesAlone("""
                total = 3
                print(totl)
                """);
    }

    @Test
    void leavesATwoPartStatement() {
        examples.leavesAlone("""
                a = 1 b = 2
                """);
    }
}
