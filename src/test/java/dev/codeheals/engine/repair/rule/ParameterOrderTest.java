package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class ParameterOrderTest {
    private final RuleExamples examples = RuleExamples.of(new ParameterOrder());

    @Test
    void aDefaultBeforeARequiredOne() {
        examples.heals("""
                def tag(kind="b", name):
                    return name + kind

                assert tag(name="a") == "ab"
                """, "def tag(name, kind=\"b\"):");
    }

    @Test
    void aMethod() {
        examples.heals("""
                class Job:
                    def __init__(self, name, tries=3, queue):
                        self.name, self.tries, self.queue = name, tries, queue

                assert Job("a", queue="q").tries == 3
                """, "def __init__(self, name, queue, tries=3):");
    }

    @Test
    void aPositionalAfterANamedArgument() {
        examples.heals("""
                def join(*parts, sep):
                    return sep.join(parts)

                assert join(sep="-", "a") == "a"
                """, "join(\"a\", sep=\"-\")");
    }

    @Test
    void allGivenByPosition() {
        examples.heals("""
                def connect(host="local", port):
                    return host + port

                assert connect("a", "b") == "ab"
                """, "def connect(host, port):");
    }

    @Test
    void keepsAnnotations() {
        examples.heals("""
                def f(name: str = "x", count: int):
                    return name * count

                assert f(count=2) == "xx"
                """, "count: int, name: str = \"x\"");
    }

    @Test
    void leavesAMissingComma() {
        examples.leavesAlone("""
                def f(a b):
                    return a
                """);
    }

    @Test
    void leavesADuplicateName() {
        examples.leavesAlone("""
                def f(a, a):
                    return a
                """);
    }

    @Test
    void leavesAMissingArgument() {
        examples.leavesAlone("""
                def f(a):
                    return a

                f()
                """);
    }
}
