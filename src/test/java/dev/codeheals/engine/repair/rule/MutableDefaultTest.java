package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MutableDefaultTest {
    private final RuleExamples examples = RuleExamples.of(new MutableDefault());

    @Test
    void aListThatGrows() {
        examples.heals("""
                def add(item, basket=[]):
                    basket.append(item)
                    return basket

                add(1)
                assert add(2) == [2]
                """, "basket=None", "basket = []");
    }

    @Test
    void aDictThatGrows() {
        examples.heals("""
                def count(word, seen={}):
                    seen[word] = seen.get(word, 0) + 1
                    return seen

                count("a")
                assert count("a") == {"a": 1}
                """, "if seen is None:");
    }

    @Test
    void aConstructor() {
        examples.heals("""
                class Order:
                    def __init__(self, lines=[]):
                        self.lines = lines

                    def add(self, line):
                        self.lines.append(line)

                Order().add(1)
                assert Order().lines == []
                """, "lines=None");
    }

    @Test
    void keepsTheDocstringFirst() {
        examples.heals("""
                def collect(x, found=set()):
                    \"""Collect.\"""
                    found.add(x)
                    return found

                collect(1)
                assert collect(2) == {2}
                """, "\"\"\"Collect.\"\"\"", "found = set()");
    }

    @Test
    void anAnnotatedParameter() {
        examples.heals("""
                def grow(xs: list = []):
                    xs.append(1)
                    return len(xs)

                grow()
                assert grow() == 1
                """, "xs: list = None");
    }

    @Test
    void leavesADefaultThatIsOnlyRead() {
        examples.leavesAlone("""
                def total(xs=[]):
                    return sum(xs)

                assert total([1]) == 2
                """);
    }

    @Test
    void leavesATuple() {
        examples.leavesAlone("""
                def f(xs=()):
                    return list(xs)

                assert f() == [1]
                """);
    }

    @Test
    void leavesOtherErrors() {
        examples.leavesAlone("""
                def f(xs=[]):
                    xs.append(1)
                    raise OSError

                f()
                """);
    }
}
