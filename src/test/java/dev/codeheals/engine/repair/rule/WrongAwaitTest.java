package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class WrongAwaitTest {
    private final RuleExamples examples = RuleExamples.of(new WrongAwait());

    @Test
    void aManagerThatWasHandedIn() {
        examples.heals("""
                import asyncio

                class Gate:
                    async def __aenter__(self):
                        return self

                    async def __aexit__(self, *error):
                        return False

                async def passed(gate, name):
                    with gate:
                        return name.upper()

                assert asyncio.run(passed(Gate(), "ada")) == "ADA"
                """, "async with gate:");
    }

    @Test
    void callsMain() {
        examples.heals("""
                import asyncio

                async def main():
                    return 1

                assert asyncio.run(main) == 1
                """, "asyncio.run(main())");
    }

    @Test
    void dropsAwait() {
        examples.heals("""
                import asyncio

                def double(x):
                    return x * 2

                async def main():
                    return await double(2)

                assert asyncio.run(main()) == 4
                """, "return double(2)");
    }

    @Test
    void loopsAsync() {
        examples.heals("""
                import asyncio

                async def numbers():
                    yield 1
                    yield 2

                async def main():
                    out = []
                    for x in numbers():
                        out.append(x)
                    return out

                assert asyncio.run(main()) == [1, 2]
                """, "async for x in numbers():");
    }

    @Test
    void loopsPlainly() {
        examples.heals("""
                import asyncio

                async def main():
                    total = 0
                    async for x in [1, 2]:
                        total += x
                    return total

                assert asyncio.run(main()) == 3
                """, "    for x in [1, 2]:");
    }

    @Test
    void entersAsync() {
        examples.heals("""
                import asyncio

                class Session:
                    async def __aenter__(self):
                        return 3

                    async def __aexit__(self, *args):
                        return False

                async def main():
                    with Session() as s:
                        return s

                assert asyncio.run(main()) == 3
                """, "async with Session() as s:");
    }

    @Test
    void entersPlainly() {
        examples.heals("""
                import asyncio

                class Session:
                    def __enter__(self):
                        return 3

                    def __exit__(self, *args):
                        return False

                async def main():
                    async with Session() as s:
                        return s

                assert asyncio.run(main()) == 3
                """, "    with Session() as s:");
    }

    @Test
    void leavesPlainLoopsAlone() {
        examples.leavesAlone("""
                for x in 3:
                    pass
                """);
    }

    @Test
    void leavesPlainManagersAlone() {
        examples.leavesAlone("""
                class A:
                    pass

                with A():
                    pass
                """);
    }

    @Test
    void leavesNamesAlone() {
        examples.leavesAlone("""
                await_it(1)
                """);
    }
}
