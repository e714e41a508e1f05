package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class CaseSlipTest {
    private final RuleExamples examples = RuleExamples.of(new CaseSlip());

    @Test
    void writesTrueAsPythonDoes() {
        examples.heals("""
                def check(x):
                    ready = true
                    return ready if x else false

                assert check(1)
                """, "ready = True");
    }

    @Test
    void writesNone() {
        examples.heals("""
                def find(items):
                    for i in items:
                        return i
                    return null

                assert find([]) is None
                """, "return None");
    }

    @Test
    void writesABuiltinFunction() {
        examples.heals("""
                def show(x):
                    Print(x)
                    return 1

                assert show(1) == 1
                """, "print(x)");
    }

    @Test
    void writesAnException() {
        examples.heals("""
                def parse(t):
                    try:
                        return int(t)
                    except Valueerror:
                        return 0

                assert parse("x") == 0
                """, "except ValueError:");
    }

    @Test
    void knowsTheWordsOfOtherLanguages() {
        examples.heals("""
                def is_text(x):
                    return isinstance(x, string)

                assert is_text("a")
                """, "isinstance(x, str)");
    }

    @Test
    void writesSelfForThis() {
        examples.heals("""
                class P:
                    def __init__(self, x):
                        self.x = x

                    def get(self):
                        return this.x

                assert P(1).get() == 1
                """, "return self.x");
    }

    @Test
    void leavesLikeVariablesAlone() {
        examples.leavesAlone("""
                def f(total):
                    return totl

                f(1)
                """);
    }

    @Test
    void leavesUnknownFunctionsAlone() {
        examples.leavesAlone("""
                def f(x):
                    return convert(x)

                f(1)
                """);
    }

    @Test
    void leavesABareWordThatIsNotCalledAlone() {
        examples.leavesAlone("""
                def f(x):
                    return size + 1

                f(1)
                """);
    }
}
