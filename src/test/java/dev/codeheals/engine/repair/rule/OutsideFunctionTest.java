package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class OutsideFunctionTest {
    private final RuleExamples examples = RuleExamples.of(new OutsideFunction());

    @Test
    void aReturnUnderItsFunction() {
        examples.heals("""
                def twice(n):
                    m = n * 2
                return m

                assert twice(2) == 4
                """, "    return m");
    }

    @Test
    void anAwaitInAPlainFunction() {
        examples.heals("""
                import asyncio

                async def one():
                    return 1

                def main():
                    return await one()

                assert asyncio.run(main()) == 1
                """, "async def main():");
    }

    @Test
    void aBreakUnderItsLoop() {
        examples.heals("""
                for n in range(3):
                    print(n)
                if n == 1:
                    break
                """, "    if n == 1:\n        break");
    }

    @Test
    void anAsyncWith() {
        examples.heals("""
                import asyncio

                class R:
                    async def __aenter__(self):
                        return 3
                    async def __aexit__(self, *rest):
                        return None

                def main():
                    async with R() as r:
                        return r

                assert asyncio.run(main()) == 3
                """, "async def main():");
    }

    @Test
    void aContinueUnderItsLoop() {
        examples.heals("""
                total = 0
                for n in [1, 2]:
                    total += n
                continue
                assert total == 3
                """, "    continue");
    }

    @Test
    void leavesAMissingColon() {
        examples.leavesAlone("""
                def f()
                    return 1
                """);
    }

    @Test
    void leavesAReturnInAFunction() {
        examples.leavesAlone("""
                def f():
                    return 1 +

                f()
                """);
    }

    @Test
    void leavesAStopIteration() {
        examples.leavesAlone("""
                next(iter([]))
                """);
    }
}
