package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class IsinstanceArgumentsTest {
    private final RuleExamples examples = RuleExamples.of(new IsinstanceArguments());

    @Test
    void swapsThem() {
        examples.heals("""
                def text(x):
                    return isinstance(str, x)

                assert text("a")
                """, "isinstance(x, str)");
    }

    @Test
    void writesATuple() {
        examples.heals("""
                def number(x):
                    return isinstance(x, [int, float])

                assert number(1)
                """, "isinstance(x, (int, float))");
    }

    @Test
    void unquotesTheType() {
        examples.heals("""
                def whole(x):
                    return isinstance(x, "int")

                assert whole(1)
                """, "isinstance(x, int)");
    }

    @Test
    void writesTheTypeOfNone() {
        examples.heals("""
                def empty(x):
                    return isinstance(x, None)

                assert empty(None)
                """, "isinstance(x, type(None))");
    }

    @Test
    void swapsOwnClasses() {
        examples.heals("""
                class Square:
                    pass

                def is_square(shape):
                    return isinstance(Square, shape)

                assert is_square(Square())
                """, "isinstance(shape, Square)");
    }

    @Test
    void leavesOtherValuesAlone() {
        examples.leavesAlone("""
                isinstance(1, 2)
                """);
    }

    @Test
    void leavesOtherErrorsAlone() {
        examples.leavesAlone("""
                len(1)
                """);
    }

    @Test
    void leavesNamesAlone() {
        examples.leavesAlone("""
                isinstance(x, int)
                """);
    }
}
