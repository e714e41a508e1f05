package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class LazySequenceTest {
    private final RuleExamples examples = RuleExamples.of(new LazySequence());

    @Test
    void anIndexIntoAMap() {
        examples.heals("""
                numbers = map(int, ["1", "2"])
                assert numbers[0] == 1
                """, "list(map(int, [\"1\", \"2\"]))");
    }

    @Test
    void theLengthOfAFilter() {
        examples.heals("""
                kept = filter(None, [1, 0])
                assert len(kept) == 1
                """, "list(filter(None, [1, 0]))");
    }

    @Test
    void anIndexIntoAView() {
        examples.heals("""
                table = {"a": 1}
                assert table.keys()[0] == "a"
                """, "list(table.keys())[0]");
    }

    @Test
    void twoRanges() {
        examples.heals("""
                assert range(2) + range(1) == [0, 1, 0]
                """, "list(range(2)) + list(range(1))");
    }

    @Test
    void theLengthOfAGenerator() {
        examples.heals("""
                found = (n for n in range(3))
                assert len(found) == 3
                """, "[n for n in range(3)]");
    }

    @Test
    void leavesADict() {
        examples.leavesAlone("""
                print({}[0:1])
                """);
    }

    @Test
    void leavesANumber() {
        examples.leavesAlone("""
                print(3[0])
                """);
    }

    @Test
    void leavesAnIndexError() {
        examples.leavesAlone("""
                print([][0])
                """);
    }

    @Test
    void aGeneratorThatIsReadAgainBelow() {
        examples.heals("""
                def fields(line):
                    for part in line.split(";"):
                        yield part.strip()

                def summary(line):
                    parts = fields(line)
                    return f"{len(parts)}: " + ",".join(parts)

                assert summary("a; b") == "2: a,b"
                """, "parts = list(fields(line))");
    }
}
