package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MissingKeyTest {
    private final RuleExamples examples = RuleExamples.of(new MissingKey());

    @Test
    void aCountOfWords() {
        examples.heals("""
                counts = {}
                for word in ["a", "b", "a"]:
                    counts[word] += 1
                assert counts == {"a": 2, "b": 1}
                """, "counts.get(word, 0) + 1");
    }

    @Test
    void aGroup() {
        examples.heals("""
                groups = {}
                for name in ["ann", "amy"]:
                    groups[name[0]].append(name)
                assert groups == {"a": ["ann", "amy"]}
                """, "setdefault(");
    }

    @Test
    void aSumOfAmounts() {
        examples.heals("""
                totals = {}
                for kind, amount in [("a", 2), ("a", 3)]:
                    totals[kind] += amount
                assert totals == {"a": 5}
                """, ".get(kind, 0");
    }

    @Test
    void aGroupOfSets() {
        examples.heals("""
                index = {}
                for word in ["ab", "ac"]:
                    index[word[0]].add(word)
                assert index == {"a": {"ab", "ac"}}
                """, "setdefault(");
    }

    @Test
    void aTextThatGrows() {
        examples.heals("""
                texts = {}
                for n, part in [(1, "a"), (1, "b")]:
                    texts[n] += part
                assert texts == {1: "ab"}
                """, ".get(n, \"\")");
    }

    @Test
    void leavesAnIndexError() {
        examples.leavesAlone("""
                print([][0])
                """);
    }

    @Test
    void leavesAMissingAttribute() {
        examples.leavesAlone("""
                print({}.keyz)
                """);
    }

    @Test
    void leavesAnUnknownName() {
        examples.leavesAlone("""
                counts["a"] += 1
                """);
    }

    @Test
    void aReadOfATallyThatHasNone() {
        examples.heals("""
                def share(counts, total, name):
                    return counts[name] / total

                assert share({"red": 1}, 4, "blue") == 0
                """, "counts.get(name, 0) / total");
    }

    @Test
    void aReadOfAGroupThatIsEmpty() {
        examples.heals("""
                groups = {"a": ["ann"]}
                assert len(groups["b"]) == 0
                """, "groups.get(\"b\", [])");
    }
}
