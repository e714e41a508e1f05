package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class UndecoratedContextTest {
    private final RuleExamples examples = RuleExamples.of(new UndecoratedContext());

    @Test
    void theNameIsImported() {
        examples.heals("""
                LOG = []

                def section(name):
                    LOG.append("begin " + name)
                    yield name.upper()
                    LOG.append("end " + name)

                with section("load") as title:
                    assert title == "LOAD"
                assert LOG[-1] == "end load"
                """, "from contextlib import contextmanager\n", "@contextmanager\ndef section");
    }

    @Test
    void theNameIsImportedAlready() {
        examples.heals("""
                from contextlib import contextmanager

                def changed(values, at, value):
                    old = values[at]
                    values[at] = value
                    try:
                        yield values
                    finally:
                        values[at] = old

                prices = [1, 2]
                with changed(prices, 0, 9) as now:
                    assert now == [9, 2]
                assert prices == [1, 2]
                """, "\n\n@contextmanager\ndef changed");
    }

    @Test
    void theModuleIsImported() {
        examples.heals("""
                import contextlib

                def quiet():
                    with contextlib.suppress(KeyError):
                        yield

                with quiet():
                    {}["x"]
                """, "@contextlib.contextmanager\ndef quiet");
    }

    @Test
    void aMethodInAnotherFile() {
        examples.heals("""
                from pool import Pool

                pool = Pool(2)
                with pool.lent() as number:
                    assert (number, pool.free) == (1, 1)
                assert pool.free == 2
                #--- pool.py
                class Pool:
                    def __init__(self, free):
                        self.free = free

                    def lent(self):
                        self.free -= 1
                        yield self.free
                        self.free += 1
                """, "    @contextmanager\n    def lent");
    }

    @Test
    void anAsyncOne() {
        examples.heals("""
                import asyncio

                async def opened(page):
                    await asyncio.sleep(0)
                    yield page * 2

                async def read():
                    async with opened(4) as content:
                        return content

                assert asyncio.run(read()) == 8
                """, "from contextlib import asynccontextmanager", "@asynccontextmanager\nasync def opened");
    }

    @Test
    void leavesAListInAWith() {
        examples.leavesAlone("""
                with [1, 2, 3] as numbers:
                    print(numbers)
                """);
    }

    @Test
    void leavesAPlainFunction() {
        examples.leavesAlone("""
                def folder():
                    return "here"

                with folder() as name:
                    print(name)
                """);
    }

    @Test
    void leavesAGeneratorExpression() {
        examples.leavesAlone("""
                squares = (n * n for n in range(3))
                with squares as all_of_them:
                    print(list(all_of_them))
                """);
    }
}
