package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class ListAndScalarTest {
    private final RuleExamples examples = RuleExamples.of(new ListAndScalar());

    @Test
    void aNumberAddedToAList() {
        examples.heals("""
                values = [1, 2]
                values = values + 3
                assert values == [1, 2, 3]
                """, "[3]");
    }

    @Test
    void aTupleAddedToAList() {
        examples.heals("""
                values = [1]
                more = (2, 3)
                assert values + more == [1, 2, 3]
                """, "list(more)");
    }

    @Test
    void aTupleItemSet() {
        examples.heals("""
                point = (1, 2)
                point[0] = 5
                assert point == (5, 2)
                """, "point[:0]");
    }

    @Test
    void aLetterOfAText() {
        examples.heals("""
                word = "cat"
                word[0] = "b"
                assert word == "bat"
                """, "word[:0]");
    }

    @Test
    void aTextAddedToAList() {
        examples.heals("""
                names = ["a", "b"]
                names = names + "c"
                assert names == ["a", "b", "c"]
                """, "[\"c\"]");
    }

    @Test
    void leavesADict() {
        examples.leavesAlone("""
                print({} + {})
                """);
    }

    @Test
    void leavesNumbersAndText() {
        examples.leavesAlone("""
                print("a" + 1)
                """);
    }

    @Test
    void leavesNone() {
        examples.leavesAlone("""
                print(None + [1])
                """);
    }
}
