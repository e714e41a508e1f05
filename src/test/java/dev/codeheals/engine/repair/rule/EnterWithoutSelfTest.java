package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class EnterWithoutSelfTest {
    private final RuleExamples examples = RuleExamples.of(new EnterWithoutSelf());

    @Test
    void aContextManager() {
        examples.heals("""
                class Box:
                    def __enter__(self):
                        self.open = True

                    def __exit__(self, *rest):
                        self.open = False

                    def use(self):
                        return 3

                with Box() as box:
                    assert box.use() == 3
                """, "        self.open = True\n        return self");
    }

    @Test
    void aPassAlone() {
        examples.heals("""
                class Box:
                    size = 1

                    def __enter__(self):
                        pass

                    def __exit__(self, *rest):
                        pass

                with Box() as box:
                    assert box.size == 1
                """, "return self");
    }

    @Test
    void anIterator() {
        examples.heals("""
                class Count:
                    def __iter__(self):
                        self.n = 0

                    def __next__(self):
                        self.n += 1
                        if self.n > 2:
                            raise StopIteration
                        return self.n

                assert list(Count()) == [1, 2]
                """, "return self");
    }

    @Test
    void anInPlaceSum() {
        examples.heals("""
                class Bag:
                    def __init__(self):
                        self.items = []

                    def __iadd__(self, item):
                        self.items.append(item)

                bag = Bag()
                bag += 3
                assert bag.items == [3]
                """, "return self");
    }

    @Test
    void anAsyncContextManager() {
        examples.heals("""
                import asyncio

                class Box:
                    async def __aenter__(self):
                        self.n = 1

                    async def __aexit__(self, *rest):
                        pass

                async def main():
                    async with Box() as box:
                        return box.n

                assert asyncio.run(main()) == 1
                """, "return self");
    }

    @Test
    void leavesAManagerThatGives() {
        examples.leavesAlone("""
                class Box:
                    def __enter__(self):
                        return None

                    def __exit__(self, *rest):
                        pass

                with Box() as box:
                    box.use()
                """);
    }

    @Test
    void leavesOtherMethods() {
        examples.leavesAlone("""
                class A:
                    def name(self):
                        pass

                A().name().upper()
                """);
    }

    @Test
    void leavesOtherErrors() {
        examples.leavesAlone("""
                class Box:
                    def __enter__(self):
                        self.n = 1

                with Box() as box:
                    pass
                """);
    }
}
