package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class UnhashableKeyTest {
    private final RuleExamples examples = RuleExamples.of(new UnhashableKey());

    @Test
    void aListAsKey() {
        examples.heals("""
                key = [1, 2]
                table = {}
                table[key] = 3
                assert table[(1, 2)] == 3
                """, "tuple(");
    }

    @Test
    void aListInASet() {
        examples.heals("""
                seen = set()
                row = [1, 2]
                seen.add(row)
                assert (1, 2) in seen
                """, "tuple(");
    }

    @Test
    void aSetOfRows() {
        examples.heals("""
                rows = [[1], [2], [1]]
                assert len(set(rows)) == 2
                """, "tuple");
    }

    @Test
    void aLookup() {
        examples.heals("""
                table = {(1, 2): "a"}
                place = [1, 2]
                assert table[place] == "a"
                """, "tuple(");
    }

    @Test
    void aMembership() {
        examples.heals("""
                seen = {(1, 2)}
                row = [1, 2]
                assert row in seen
                """, "tuple(");
    }

    @Test
    void leavesAKeyError() {
        examples.leavesAlone("""
                print({}[1])
                """);
    }

    @Test
    void leavesANumberCall() {
        examples.leavesAlone("""
                print(1())
                """);
    }

    @Test
    void leavesAnIndexError() {
        examples.leavesAlone("""
                print([][0])
                """);
    }
}
