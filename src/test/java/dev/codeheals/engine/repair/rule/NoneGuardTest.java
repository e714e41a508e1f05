package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class NoneGuardTest {
    private final RuleExamples examples = RuleExamples.of(new NoneGuard());

    @Test
    void aChainThatEnds() {
        examples.heals("""
                after = {"a": "b", "b": "c"}

                class Station:
                    def __init__(self, name, next=None):
                        self.name, self.next = name, next

                def stops(line, name):
                    while True:
                        if line.name == name:
                            return True
                        line = line.next
                    return False

                assert stops(Station("x", Station("y")), "y")
                assert not stops(Station("x"), "z")
                """, "while line is not None:");
    }

    @Test
    void aBestThatIsNotKnownYet() {
        examples.heals("""
                def longest(words):
                    winner = None
                    for word in words:
                        if len(word) > len(winner):
                            winner = word
                    return winner

                assert longest(["a", "ccc", "bb"]) == "ccc"
                assert longest([]) is None
                """, "if winner is None or len(word) > len(winner):");
    }

    @Test
    void aNodeThatIsNotThere() {
        examples.heals("""
                class Link:
                    def __init__(self, key, after=None):
                        self.key = key
                        self.after = after

                def follows(link, key):
                    if link.after.key == key:
                        return True
                    return False

                assert follows(Link(1, Link(2)), 2)
                assert not follows(Link(1), 2)
                """, "if link.after is not None and link.after.key == key:");
    }

    @Test
    void skipsTheRestOfALoop() {
        examples.heals("""
                import re

                def numbers(lines):
                    out = []
                    for line in lines:
                        m = re.match(r"\\d+", line)
                        out.append(int(m.group()))
                    return out

                assert numbers(["1", "x", "2"]) == [1, 2]
                """, "        if m is None:\n            continue\n");
    }

    @Test
    void leavesTheFunction() {
        examples.heals("""
                import re

                def number(line):
                    m = re.search(r"\\d+", line)
                    return int(m.group())

                assert number("x") is None
                """, "    if m is None:\n        return None");
    }

    @Test
    void givesADefaultForText() {
        examples.heals("""
                def name(d):
                    return d.get("name").strip()

                assert name({}) == ""
                """, ".get(\"name\", \"\")");
    }

    @Test
    void givesADefaultForALoop() {
        examples.heals("""
                def total(d):
                    s = 0
                    for x in d.get("items"):
                        s += x
                    return s

                assert total({}) == 0
                """, "in d.get(\"items\", []):");
    }

    @Test
    void givesADefaultForASum() {
        examples.heals("""
                def count(words):
                    counts = {}
                    for w in words:
                        counts[w] = counts.get(w) + 1
                    return counts

                assert count(["a", "a"]) == {"a": 2}
                """, "counts.get(w, 0) + 1");
    }

    @Test
    void leavesMissingReturnsAlone() {
        examples.leavesAlone("""
                def f(x):
                    x * 2

                print(f(1) + 1)
                """);
    }

    @Test
    void leavesOtherErrorsAlone() {
        examples.leavesAlone("""
                def f(x):
                    return x.upper()

                f(1)
                """);
    }

    @Test
    void leavesTestsAlone() {
        examples.leavesAlone("""
                import test_it
                #--- test_it.py
                def run(d):
                    return d.get("a") + 1

                run({})
                """);
    }
}
