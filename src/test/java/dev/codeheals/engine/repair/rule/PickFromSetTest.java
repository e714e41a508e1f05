package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class PickFromSetTest {
    private final RuleExamples examples = RuleExamples.of(new PickFromSet());

    @Test
    void someOfASet() {
        examples.heals("""
                import random

                TEAM = {"ann", "bob", "cy"}

                def pair():
                    return random.sample(TEAM, 2)

                assert set(pair()) <= TEAM
                """, "random.sample(sorted(TEAM), 2)");
    }

    @Test
    void oneOfASet() {
        examples.heals("""
                from random import choice

                def colour():
                    return choice({"red", "blue"})

                assert colour() in ("red", "blue")
                """, "choice(sorted({\"red\", \"blue\"}))");
    }

    @Test
    void oneOfTheValues() {
        examples.heals("""
                import random

                SPEEDS = {"walk": 5, "run": 12}

                def speed():
                    values = SPEEDS.values()
                    return random.choice(values)

                assert speed() in (5, 12)
                """, "random.choice(list(values))");
    }

    @Test
    void aSetIndexedByHand() {
        examples.leavesAlone("""
                letters = {"a", "b"}
                print(letters[0])
                """);
    }

    @Test
    void aSampleThatIsTooLarge() {
        examples.leavesAlone("""
                import random

                print(random.sample([1, 2], 3))
                """);
    }

    @Test
    void aFewOfFrozenMembers() {
        examples.heals("""
                import random
                SUITS = frozenset('abcd')
                assert len(random.sample(SUITS, 3)) == 3
                """, "sample(sorted(SUITS), 3)");
    }

    @Test
    void aKeyOfATable() {
        examples.heals("""
                import random
                stock = {'a': 1, 'b': 2}
                assert random.choice(stock.keys()) in stock
                """, "choice(sorted(stock.keys()))");
    }

    @Test
    void aChoiceFromANumber() {
        examples.leavesAlone("""
                import random
                random.choice(7)
                """);
    }
}
