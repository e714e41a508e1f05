package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MissingAwaitTest {
    private final RuleExamples examples = RuleExamples.of(new MissingAwait());

    @Test
    void awaitsAnAttribute() {
        examples.heals("""
                import asyncio

                async def load():
                    return "a"

                async def main():
                    return load().upper()

                assert asyncio.run(main()) == "A"
                """, "(await load()).upper()");
    }

    @Test
    void awaitsAVariable() {
        examples.heals("""
                import asyncio

                async def load():
                    return [1, 2]

                async def main():
                    rows = load()
                    return len(rows)

                assert asyncio.run(main()) == 2
                """, "    rows = await load()\n");
    }

    @Test
    void awaitsInASum() {
        examples.heals("""
                import asyncio

                async def price():
                    return 2

                async def main():
                    return price() + 1

                assert asyncio.run(main()) == 3
                """, "await price() + 1");
    }

    @Test
    void awaitsAMethod() {
        examples.heals("""
                import asyncio

                class Api:
                    async def fetch(self):
                        return {"a": 1}

                    async def get(self):
                        data = self.fetch()
                        return data["a"]

                assert asyncio.run(Api().get()) == 1
                """, "await self.fetch()");
    }

    @Test
    void awaitsForALoop() {
        examples.heals("""
                import asyncio

                async def load():
                    return [1]

                async def main():
                    out = []
                    for x in load():
                        out.append(x)
                    return out

                assert asyncio.run(main()) == [1]
                """, "in await load():");
    }

    @Test
    void runsOutsideOfAsync() {
        examples.heals("""
                import asyncio

                async def load():
                    return "a"

                text = load()
                assert text.upper() == "A"
                """, "asyncio.run(load())");
    }

    @Test
    void leavesPlainFunctionsAlone() {
        examples.leavesAlone("""
                def load():
                    return 1

                load().upper()
                """);
    }

    @Test
    void leavesNoneAlone() {
        examples.leavesAlone("""
                async def load():
                    return 1

                x = None
                x.upper()
                """);
    }

    @Test
    void leavesNamesAlone() {
        examples.leavesAlone("""
                coroutine.x
                """);
    }
}
