package dev.codeheals.engine.repair.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pieces that the rest of the file tells: an argument, an owner, the other part, a result that others return.
class PiecesAsElsewhereTest {
    @TempDir
    Path folder;

    @Test
    void anArgumentIsTakenOverFromTheSameCallElsewhere() {
        assertThat(first(6, """
                def spread(red, green, blue):
                    low = min(red, green, blue)
                    high = max(red, green)
                    if high == max(red, green, blue):
                        return high - low
                """, "AssertionError: 0.2 != 0.4")).anyMatch(text -> text.contains("high = max(red, green, blue)"));
    }

    @Test
    void theSecondListIsGoneThroughToo() {
        assertThat(first(12, """
                def agree(mine, yours):
                    return [a == b for a, b in zip(mine)]
                """, "ValueError: not enough values to unpack (expected 2, got 1)")).anyMatch(text -> text.contains("zip(mine, yours)"));
    }

    @Test
    void theObjectItselfHasTheAttribute() {
        assertThat(first(12, """
                class Queue:
                    def __init__(self):
                        self.waiting = []

                    def add(self, job):
                        job.waiting.append(job)
                """, "AttributeError: 'Job' object has no attribute 'waiting'")).anyMatch(text -> text.contains("self.waiting.append(job)"));
    }

    @Test
    void aSliceTakesTheOtherPart() {
        assertThat(first(25, """
                def without_mark(text, length):
                    return text[:length]
                """, "AssertionError: '#' != 'title'")).anyMatch(text -> text.contains("text[length:]"));
    }

    @Test
    void theResultIsReturnedAsThatOfTheSameCallElsewhere() {
        assertThat(first(2, """
                def shown(value):
                    return framed(value, "<>")

                def shown_list(values):
                    framed(values, "[]")
                """, "TypeError: sequence item 0: expected str instance, NoneType found")).anyMatch(text -> text.contains("    return framed(values"));
    }

    @Test
    void anAttributeThatBeganAtZeroIsAddedTo() {
        assertThat(first(8, """
                class Tally:
                    def __init__(self):
                        self.seen = 0

                    def take(self, batch):
                        self.seen = len(batch)
                        return self.seen
                """, "AssertionError: 2 != 5")).anyMatch(text -> text.contains("self.seen += len(batch)"));
    }

    private List<String> first(int count, String program, String raised) {
        return new WrongAnswer(folder, program, raised).repaired().stream().limit(count).toList();
    }
}
