package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class ReservedNameTest {
    private final RuleExamples examples = RuleExamples.of(new ReservedName());

    @Test
    void aVariable() {
        examples.heals("""
                class = "A"
                assert class == "A"
                """, "class_ = \"A\"");
    }

    @Test
    void aParameter() {
        examples.heals("""
                def tag(name, class=None):
                    return name, class

                assert tag("p") == ("p", None)
                """, "def tag(name, class_=None):");
    }

    @Test
    void insideAnFString() {
        examples.heals("""
                def tag(class):
                    return f"<{class}>"

                assert tag("b") == "<b>"
                """, "{class_}");
    }

    @Test
    void aLambdaParameterName() {
        examples.heals("""
                def span(from, to):
                    return to - from

                assert span(1, 3) == 2
                """, "from_, to");
    }

    @Test
    void aNameWithADigitFirst() {
        examples.heals("""
                2nd = 3
                assert 2nd == 3
                """, "_2nd = 3");
    }

    @Test
    void leavesAMissingColon() {
        examples.leavesAlone("""
                class A
                    pass
                """);
    }

    @Test
    void leavesAProperKeyword() {
        examples.leavesAlone("""
                return = 1 +
                """);
    }

    @Test
    void leavesASyntaxOfOtherKind() {
        examples.leavesAlone("""
                print "a"
                """);
    }
}
