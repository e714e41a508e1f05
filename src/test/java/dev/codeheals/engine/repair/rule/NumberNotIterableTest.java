package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class NumberNotIterableTest {
    private final RuleExamples examples = RuleExamples.of(new NumberNotIterable());

    @Test
    void aLoopOverACount() {
        examples.heals("""
                n = 3
                for i in n:
                    print(i)
                """, "range(n)");
    }

    @Test
    void aLoopOverALength() {
        examples.heals("""
                items = ["a", "b"]
                for i in len(items):
                    print(items[i])
                """, "range(len(items))");
    }

    @Test
    void aLoopOverTheLesserOfTwoSides() {
        examples.heals("""
                shape = (2, 3)
                diagonal = 0
                for place in min(shape):
                    diagonal += place
                assert diagonal == 1
                """, "range(min(shape))");
    }

    @Test
    void aComprehension() {
        examples.heals("""
                assert [i * 2 for i in 4] == [0, 2, 4, 6]
                """, "range(4)");
    }

    @Test
    void aCountFromAField() {
        examples.heals("""
                class Box:
                    def __init__(self, size):
                        self.size = size

                    def cells(self):
                        found = []
                        for i in self.size:
                            found.append(i)
                        return found

                assert Box(2).cells() == [0, 1]
                """, "range(self.size)");
    }

    @Test
    void aParameter() {
        examples.heals("""
                def repeat(times):
                    count = 0
                    for _ in times:
                        count += 1
                    return count

                assert repeat(3) == 3
                """, "range(times)");
    }

    @Test
    void leavesNone() {
        examples.leavesAlone("""
                for x in None:
                    pass
                """);
    }

    @Test
    void leavesAFunction() {
        examples.leavesAlone("""
                for x in print:
                    pass
                """);
    }

    @Test
    void leavesAnUnknownName() {
        examples.leavesAlone("""
                for x in things:
                    pass
                """);
    }

    @Test
    void anEnumeratedNumber() {
        examples.heals("""
                from collections import Counter

                def countdown(n: int):
                    for index, value in enumerate(n):
                        yield value

                assert list(countdown(3)) == [0, 1, 2]
                """, "enumerate(range(n))");
    }

    @Test
    void anAsynchronousGenerator() {
        examples.heals("""
                import asyncio

                async def ticks(count):
                    for i in count:
                        await asyncio.sleep(0)
                        yield i

                async def main():
                    return [t async for t in ticks(2)]

                assert asyncio.run(main()) == [0, 1]
                """, "for i in range(count):");
    }
}
