package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class LostInitialValueTest {
    private final RuleExamples examples = RuleExamples.of(new LostInitialValue());

    @Test
    void aListBeforeALoop() {
        examples.heals("""
                def double(xs):
                    for x in xs:
                        out.append(x * 2)
                    return out

                assert double([1]) == [2]
                """, "out = []\n    for");
    }

    @Test
    void aSet() {
        examples.heals("""
                def unique(xs):
                    for x in xs:
                        seen.add(x)
                    return len(seen)

                assert unique([1, 1]) == 1
                """, "seen = set()");
    }

    @Test
    void aDict() {
        examples.heals("""
                def index(words):
                    for w in words:
                        table[w] = len(w)
                    return table

                assert index(["a"]) == {"a": 1}
                """, "table = {}");
    }

    @Test
    void atTheTopLevel() {
        examples.heals("""
                for n in [1, 2]:
                    rows.append(n)
                assert rows == [1, 2]
                """, "rows = []\nfor");
    }

    @Test
    void inANestedLoop() {
        examples.heals("""
                def cells(rows):
                    for row in rows:
                        line = []
                        for cell in row:
                            line.append(cell)
                        grid.append(line)
                    return grid

                assert cells([[1]]) == [[1]]
                """, "    grid = []\n    for");
    }

    @Test
    void leavesAnUnknownCall() {
        examples.leavesAlone("""
                def f():
                    return thing(1)

                f()
                """);
    }

    @Test
    void leavesAnUnknownValue() {
        examples.leavesAlone("""
                print(value + 1)
                """);
    }

    @Test
    void leavesAnUnknownModule() {
        examples.leavesAlone("""
                print(mod.name)
                """);
    }
}
