package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class InPlaceResultTest {
    private final RuleExamples examples = RuleExamples.of(new InPlaceResult());

    @Test
    void dropsTheAssignment() {
        examples.heals("""
                def first(names):
                    names = names.sort()
                    return names[0]

                assert first(["b", "a"]) == "a"
                """, "    names.sort()\n    return names[0]");
    }

    @Test
    void sortsACopyForAnotherName() {
        examples.heals("""
                def first(names):
                    ordered = names.sort(key=len)
                    return ordered[0]

                assert first(["bb", "a"]) == "a"
                """, "ordered = sorted(names, key=len)");
    }

    @Test
    void returnsTheSortedList() {
        examples.heals("""
                def ordered(xs):
                    return xs.sort()

                assert ordered([2, 1]) == [1, 2]
                """, "return sorted(xs)");
    }

    @Test
    void iteratesReversed() {
        examples.heals("""
                def last_first(xs):
                    out = []
                    for x in xs.reverse():
                        out.append(x)
                    return out

                assert last_first([1, 2]) == [2, 1]
                """, "for x in xs[::-1]:");
    }

    @Test
    void dropsAnAppendAssignment() {
        examples.heals("""
                def doubled(xs):
                    out = []
                    for x in xs:
                        out = out.append(x)
                    return len(out)

                assert doubled([1, 2]) == 2
                """, "        out.append(x)\n    return");
    }

    @Test
    void mergesDictionaries() {
        examples.heals("""
                def merged(a, b):
                    return a.update(b)

                assert merged({1: 2}, {3: 4}) == {1: 2, 3: 4}
                """, "return {**a, **b}");
    }

    @Test
    void dropsAShuffleAssignment() {
        examples.heals("""
                import random

                def deal(cards):
                    cards = random.shuffle(cards)
                    return cards[0]

                assert deal([1]) == 1
                """, "    random.shuffle(cards)\n");
    }

    @Test
    void leavesOtherMethodsAlone() {
        examples.leavesAlone("""
                def f(d):
                    x = d.get("a")
                    return x + 1

                f({})
                """);
    }

    @Test
    void leavesMissingReturnsAlone() {
        examples.leavesAlone("""
                def f(x):
                    x * 2

                f(1) + 1
                """);
    }

    @Test
    void leavesOtherErrorsAlone() {
        examples.leavesAlone("""
                xs = [1]
                xs.sort(1)
                """);
    }

    @Test
    void aReturnedSort() {
        examples.heals("""
                class Board:
                    def __init__(self):
                        self.scores = [3, 1]

                    def ranking(self):
                        return self.scores.sort(reverse=True)

                assert Board().ranking()[0] == 3
                """, "sorted(self.scores, reverse=True)");
    }
}
