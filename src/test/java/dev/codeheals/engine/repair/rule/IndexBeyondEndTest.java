package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class IndexBeyondEndTest {
    private final RuleExamples examples = RuleExamples.of(new IndexBeyondEnd());

    @Test
    void anIndexThatIsToWrapRound() {
        examples.heals("""
                corners = [(0, 0), (3, 0), (3, 4)]

                def edges():
                    return [(corner, corners[i + 1 % len(corners)]) for i, corner in enumerate(corners)]

                assert edges()[-1] == ((3, 4), (0, 0))
                """, "corners[(i + 1) % len(corners)]");
    }

    @Test
    void aRangeOneTooLong() {
        examples.heals("""
                items = [1, 2]
                total = 0
                for i in range(len(items) + 1):
                    total += items[i]
                assert total == 3
                """, "range(len(items))");
    }

    @Test
    void aLoopBound() {
        examples.heals("""
                items = [1, 2]
                i = 0
                while i <= len(items):
                    print(items[i])
                    i += 1
                """, "i < len(items)");
    }

    @Test
    void theLengthAsIndex() {
        examples.heals("""
                items = [1, 2]
                assert items[len(items)] == 2
                """, "items[-1]");
    }

    @Test
    void aNeighbour() {
        examples.heals("""
                items = [1, 3, 6]
                steps = [items[i + 1] - items[i] for i in range(len(items))]
                assert steps == [2, 3]
                """, "len(items) - 1");
    }

    @Test
    void aTextIndex() {
        examples.heals("""
                word = "ab"
                assert "".join(word[i] for i in range(len(word) + 1)) == "ab"
                """, "range(len(word))");
    }

    @Test
    void leavesAKeyError() {
        examples.leavesAlone("""
                print({}["a"])
                """);
    }

    @Test
    void leavesAMissingName() {
        examples.leavesAlone("""
                print(items[0])
                """);
    }

    @Test
    void leavesAPopOfNothing() {
        examples.leavesAlone("""
                raise ValueError("index")
                """);
    }
}
