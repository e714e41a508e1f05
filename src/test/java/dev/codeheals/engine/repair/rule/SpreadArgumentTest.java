package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class SpreadArgumentTest {
    private final RuleExamples examples = RuleExamples.of(new SpreadArgument());

    @Test
    void aListOfCoroutines() {
        examples.heals("""
                import asyncio

                async def job(n):
                    return n

                async def main():
                    return await asyncio.gather([job(n) for n in [1, 2]])

                assert asyncio.run(main()) == [1, 2]
                """, "asyncio.gather(*[");
    }

    @Test
    void aVariableOfCoroutines() {
        examples.heals("""
                import asyncio

                async def job(n):
                    return n

                async def main():
                    jobs = [job(1)]
                    return await asyncio.gather(jobs)

                assert asyncio.run(main()) == [1]
                """, "asyncio.gather(*jobs)");
    }

    @Test
    void partsOfAPath() {
        examples.heals("""
                import os

                parts = ["a", "b"]
                assert os.path.join(parts) == os.path.join("a", "b")
                """, "os.path.join(*parts)");
    }

    @Test
    void aPathOfATuple() {
        examples.heals("""
                import os

                parts = ("a", "b")
                assert os.path.join(parts).endswith("b")
                """, "os.path.join(*parts)");
    }

    @Test
    void aPathObject() {
        examples.heals("""
                from pathlib import Path

                parts = ["b", "c"]
                assert Path("a").joinpath(parts).name == "c"
                """, "joinpath(*parts)");
    }

    @Test
    void leavesAKeyThatIsAList() {
        examples.leavesAlone("""
                print({[1]: 2})
                """);
    }

    @Test
    void leavesAJoinOfNumbers() {
        examples.leavesAlone("""
                print(",".join([1]))
                """);
    }

    @Test
    void leavesAMissingFile() {
        examples.leavesAlone("""
                open(["a"])
                """);
    }
}
