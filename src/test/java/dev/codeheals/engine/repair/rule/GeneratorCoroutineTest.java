package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class GeneratorCoroutineTest {
    private final RuleExamples examples = RuleExamples.of(new GeneratorCoroutine());

    @Test
    void aDecoratedGenerator() {
        examples.fromPython(11).heals("""
                import asyncio

                @asyncio.coroutine
                def one():
                    yield from asyncio.sleep(0)
                    return 1

                assert asyncio.run(one()) == 1
                """, "async def one():", "await asyncio.sleep(0)");
    }

    @Test
    void twoOfThem() {
        examples.fromPython(11).heals("""
                import asyncio

                @asyncio.coroutine
                def one():
                    yield from asyncio.sleep(0)
                    return 1

                @asyncio.coroutine
                def two():
                    n = yield from one()
                    return n + 1

                assert asyncio.run(two()) == 2
                """, "async def two():");
    }

    @Test
    void inAClass() {
        examples.fromPython(11).heals("""
                import asyncio

                class A:
                    @asyncio.coroutine
                    def run(self):
                        yield from asyncio.sleep(0)
                        return 3

                assert asyncio.run(A().run()) == 3
                """, "    async def run(self):");
    }

    @Test
    void withoutYield() {
        examples.fromPython(11).heals("""
                import asyncio

                @asyncio.coroutine
                def plain():
                    return 4

                assert asyncio.run(plain()) == 4
                """, "async def plain():");
    }

    @Test
    void inParentheses() {
        examples.fromPython(11).heals("""
                import asyncio

                async def one():
                    return 1

                @asyncio.coroutine
                def two():
                    return (yield from (one())) + 1

                assert asyncio.run(two()) == 2
                """, "(await (one()))");
    }

    @Test
    void leavesOtherNames() {
        examples.leavesAlone("""
                import asyncio

                asyncio.nothing
                """);
    }

    @Test
    void leavesAnUnknownModule() {
        examples.leavesAlone("""
                import asyncioo
                """);
    }

    @Test
    void leavesPlainGenerators() {
        examples.leavesAlone("""
                def g():
                    yield 1

                g()[0]
                """);
    }
}
