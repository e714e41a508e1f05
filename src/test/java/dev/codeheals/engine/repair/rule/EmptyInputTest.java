package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class EmptyInputTest {
    private final RuleExamples examples = RuleExamples.of(new EmptyInput());

    @Test
    void theLargestOfNothing() {
        examples.heals("""
                def top(values):
                    return max(values)

                assert top([]) is None
                """, "default=");
    }

    @Test
    void theSmallestOfNothing() {
        examples.heals("""
                def low(values):
                    return min(values)

                assert low([]) is None
                """, "default=");
    }

    @Test
    void theMeanOfNothing() {
        examples.heals("""
                def mean(values):
                    return sum(values) / len(values)

                assert mean([]) == 0
                """, "if not values");
    }

    @Test
    void aPopFromNothing() {
        examples.heals("""
                def last(stack):
                    return stack.pop()

                assert not last([])
                """, "return");
    }

    @Test
    void aShareOfNothing() {
        examples.heals("""
                def share(part, total):
                    return part / total

                assert share(1, 0) == 0
                """, "if not total");
    }

    @Test
    void leavesANameError() {
        examples.leavesAlone("""
                print(max(valuse))
                """);
    }

    @Test
    void leavesAWrongType() {
        examples.leavesAlone("""
                print(max(3))
                """);
    }

    @Test
    void leavesABadNumber() {
        examples.leavesAlone("""
                int("a")
                """);
    }

    @Test
    void anOwnListThatIsEmpty() {
        examples.heals("""
                class Course:
                    def __init__(self):
                        self.marks = []

                    def mean(self):
                        return sum(self.marks) / len(self.marks)

                assert Course().mean() == 0
                """, "if not self.marks:");
    }
}
