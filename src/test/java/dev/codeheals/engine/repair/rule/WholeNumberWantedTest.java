package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class WholeNumberWantedTest {
    private final RuleExamples examples = RuleExamples.of(new WholeNumberWanted());

    @Test
    void aRangeOfHalf() {
        examples.heals("""
                n = 6
                assert list(range(n / 2)) == [0, 1, 2]
                """, "range(n // 2)");
    }

    @Test
    void anIndexInTheMiddle() {
        examples.heals("""
                items = [1, 2, 3]
                middle = items[len(items) / 2]
                assert middle == 2
                """, "len(items) // 2");
    }

    @Test
    void aSliceByAVariable() {
        examples.heals("""
                items = [1, 2, 3, 4]
                half = len(items) / 2
                assert items[:half] == [1, 2]
                """, "len(items) // 2");
    }

    @Test
    void aRepetition() {
        examples.heals("""
                width = 6
                assert "-" * (width / 2) == "---"
                """, "width // 2");
    }

    @Test
    void aTextIndex() {
        examples.heals("""
                items = ["a", "b"]
                place = "1"
                assert items[place] == "b"
                """, "int(place)");
    }

    @Test
    void leavesATextKey() {
        examples.leavesAlone("""
                print([1]["a" + "b" + 1])
                """);
    }

    @Test
    void leavesNone() {
        examples.leavesAlone("""
                print([1][None])
                """);
    }

    @Test
    void leavesADictKey() {
        examples.leavesAlone("""
                print({}["a"])
                """);
    }
}
