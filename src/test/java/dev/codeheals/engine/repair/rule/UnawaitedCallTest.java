package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class UnawaitedCallTest {
    private final RuleExamples examples = RuleExamples.of(new UnawaitedCall());

    @Test
    void inAComprehension() {
        examples.heals("""
                import asyncio

                async def fetch(n):
                    return n + 1

                async def rows(ns):
                    return [fetch(n) for n in ns]

                async def total(ns):
                    return sum(await rows(ns))

                assert asyncio.run(total([1, 2])) == 5
                """, "[await fetch(n) for n in ns]");
    }

    @Test
    void anUnpackedResult() {
        examples.heals("""
                import asyncio

                async def job(n):
                    return n

                async def main():
                    a, b = asyncio.gather(job(1), job(2))
                    return a + b

                assert asyncio.run(main()) == 3
                """, "await asyncio.gather(");
    }

    @Test
    void aValueOfAnotherFunction() {
        examples.heals("""
                import asyncio

                async def load():
                    return [1, 2]

                async def size():
                    data = load()
                    return count(data)

                def count(data):
                    return len(data)

                assert asyncio.run(size()) == 2
                """, "await load()");
    }

    @Test
    void aMethodOfAnotherObject() {
        examples.heals("""
                import asyncio

                class Clock:
                    async def now(self):
                        await asyncio.sleep(0)
                        return "12:30"

                class Banner:
                    def __init__(self, clock):
                        self.clock = clock

                    async def text(self):
                        hours, minutes = self.clock.now().split(":")
                        return f"{hours}h{minutes}"

                assert asyncio.run(Banner(Clock()).text()) == "12h30"
                """, "(await self.clock.now()).split(\":\")");
    }

    @Test
    void anIndex() {
        examples.heals("""
                import asyncio

                async def load():
                    return [3]

                async def main():
                    return load()[0]

                assert asyncio.run(main()) == 3
                """, "(await load())[0]");
    }

    @Test
    void leavesPlainFunctions() {
        examples.leavesAlone("""
                def load():
                    return 3

                print(load()[0])
                """);
    }

    @Test
    void leavesAwaitedCalls() {
        examples.leavesAlone("""
                import asyncio

                async def load():
                    return None

                async def main():
                    return (await load())[0]

                asyncio.run(main())
                """);
    }

    @Test
    void leavesOtherErrors() {
        examples.leavesAlone("""
                import asyncio

                async def main():
                    return nothing

                asyncio.run(main())
                """);
    }

    @Test
    void aLibrarysCoroutineThatNobodyAwaits() {
        examples.heals("""
                import asyncio

                async def collect(items):
                    queue = asyncio.Queue()
                    for item in items:
                        queue.put(item)
                    if queue.qsize() != len(items):
                        raise RuntimeError("coroutine 'Queue.put' was never awaited")
                    return queue.qsize()

                assert asyncio.run(collect([1, 2])) == 2
                """, "await queue.put(item)");
    }

    @Test
    void coroutinesThatAreOnlyKept() {
        examples.heals("""
                import asyncio

                async def load(name):
                    return {"name": name}

                async def names():
                    found = []
                    for name in ["a", "b"]:
                        found.append(load(name))
                    return [entry["name"] for entry in found]

                assert asyncio.run(names()) == ["a", "b"]
                """, "found.append(await load(name))");
    }
}
