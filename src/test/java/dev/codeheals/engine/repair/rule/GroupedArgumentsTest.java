package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class GroupedArgumentsTest {
    private final RuleExamples examples = RuleExamples.of(new GroupedArguments());

    @Test
    void appendsATuple() {
        examples.heals("""
                points = []
                points.append(1, 2)
                assert points == [(1, 2)]
                """, "points.append((1, 2))");
    }

    @Test
    void sumsAList() {
        examples.heals("""
                assert sum(1, 2, 3) == 6
                """, "sum([1, 2, 3])");
    }

    @Test
    void makesAListDisplay() {
        examples.heals("""
                xs = list(1, 2, 3)
                assert xs == [1, 2, 3]
                """, "[1, 2, 3]");
    }

    @Test
    void groupsTypes() {
        examples.heals("""
                assert isinstance(3, int, float)
                """, "isinstance(3, (int, float))");
    }

    @Test
    void joinsAList() {
        examples.heals("""
                assert "-".join("a", "b") == "a-b"
                """, "\"-\".join([\"a\", \"b\"])");
    }

    @Test
    void makesASetDisplay() {
        examples.heals("""
                assert len(set(1, 2)) == 2
                """, "{1, 2}");
    }

    @Test
    void leavesProjectFunctionsAlone() {
        examples.leavesAlone("""
                def append(x):
                    return x

                append(1, 2)
                """);
    }

    @Test
    void leavesOneArgumentAlone() {
        examples.leavesAlone("""
                [].append()
                """);
    }

    @Test
    void leavesOtherBuiltinsAlone() {
        examples.leavesAlone("""
                abs(1, 2)
                """);
    }
}
