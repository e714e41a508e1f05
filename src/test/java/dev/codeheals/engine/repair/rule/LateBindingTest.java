package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class LateBindingTest {
    private final RuleExamples examples = RuleExamples.of(new LateBinding());

    @Test
    void aLambdaInAComprehension() {
        examples.heals("""
                def times(ns):
                    return [lambda x: x * n for n in ns]

                assert [f(2) for f in times([1, 2])] == [2, 4]
                """, "lambda x, n=n: x * n");
    }

    @Test
    void aLambdaWithoutParameters() {
        examples.heals("""
                jobs = []
                for i in range(2):
                    jobs.append(lambda: i)
                assert [job() for job in jobs] == [0, 1]
                """, "lambda i=i: i");
    }

    @Test
    void aFunctionInALoop() {
        examples.heals("""
                shows = []
                for name in ["a", "b"]:
                    def show():
                        return name
                    shows.append(show)
                assert [s() for s in shows] == ["a", "b"]
                """, "def show(name=name):");
    }

    @Test
    void twoVariables() {
        examples.heals("""
                adders = [lambda x: x + a + b for a, b in [(1, 2), (3, 4)]]
                assert [f(0) for f in adders] == [3, 7]
                """, "a=a, b=b");
    }

    @Test
    void aDictOfFunctions() {
        examples.heals("""
                table = {k: lambda v: k + v for k in ["a", "b"]}
                assert table["a"]("x") == "ax"
                """, "k=k");
    }

    @Test
    void leavesABoundVariable() {
        examples.leavesAlone("""
                fs = [lambda x, n=n: x * n for n in [1, 2]]
                assert fs[0](1) == 3
                """);
    }

    @Test
    void leavesAFunctionOfItsOwn() {
        examples.leavesAlone("""
                fs = [lambda x: x + 1 for _ in [1, 2]]
                assert fs[0](1) == 3
                """);
    }

    @Test
    void leavesOtherErrors() {
        examples.leavesAlone("""
                fs = [lambda: n for n in [1]]
                fs.run()
                """);
    }
}
