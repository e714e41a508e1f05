package dev.codeheals.engine.repair.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndlessLoopsTest {
    @TempDir
    Path folder;

    @Test
    void whatIsTakenFromANumberDigitByDigitIsDividedAway() {
        assertThat(best(2, """
                def reverse(number):
                    turned = 0
                    while number > 0:
                        turned = turned * 10 + number % 10
                    return turned
                """)).anyMatch(text -> text.contains("        number //= 10\n    return turned"));
    }

    @Test
    void aCounterThatStandsStillIsCounted() {
        assertThat(best(4, """
                def find(letter, word):
                    at = 0
                    while at < len(word):
                        if word[at] == letter:
                            return at
                    return -1
                """)).anyMatch(text -> text.contains("            return at\n        at += 1\n"));
    }

    @Test
    void aCountdownGoesDown() {
        assertThat(best(3, """
                def power(base, exponent):
                    result = 1
                    while exponent > 0:
                        result *= base
                    return result
                """)).anyMatch(text -> text.contains("        exponent -= 1\n"));
    }

    @Test
    void aWalkAlongALinkedListGoesOn() {
        assertThat(best(3, """
                def length(head):
                    count = 0
                    node = head
                    while node is not None:
                        count += node.weight
                    return count
                """)).anyMatch(text -> text.contains("        node = node.next\n"));
    }

    @Test
    void aStepBehindTheLoopIsPulledIn() {
        assertThat(best(3, """
                def dots(n):
                    row = ""
                    while n > 0:
                        row += "."
                    n -= 1
                    return row
                """)).anyMatch(text -> text.contains("        row += \".\"\n        n -= 1\n    return row"));
    }

    @Test
    void aRoundThatIsSkippedStillMakesItsStep() {
        assertThat(best(3, """
                def odd_sum(limit):
                    i = 0
                    total = 0
                    while i < limit:
                        if i % 2 == 0:
                            continue
                        total += i
                        i += 1
                    return total
                """)).anyMatch(text -> text.contains("            i += 1\n            continue\n"));
    }

    @Test
    void aHalvedSearchLeavesItsMiddleBehind() {
        assertThat(best(8, """
                def insertion_point(values, wanted):
                    low = 0
                    high = len(values)
                    while low < high:
                        middle = (low + high) // 2
                        if values[middle] < wanted:
                            low = middle
                        else:
                            high = middle
                    return low
                """)).anyMatch(text -> text.contains("low = middle + 1\n"));
    }

    @Test
    void aLoopThatMakesItsStepIsNotGivenAnother() {
        assertThat(best(400, """
                def halvings(n):
                    steps = 0
                    while n > 1:
                        n = n // 2
                        steps += 1
                    return steps
                """)).noneMatch(text -> text.contains("        steps += 1\n        n -= 1"));
    }

    @Test
    void aLoopThatIsMeantToGoOnIsNotTurnedOff() {
        assertThat(best(400, """
                def serve(requests):
                    while True:
                        requests.answer()
                """)).noneMatch(text -> text.contains("while not True") || text.contains("while False"));
    }

    @Test
    void aWrongAnswerIsNoEndlessLoop() {
        assertThat(new WrongAnswer(folder, """
                def shrink(size):
                    while size > 10:
                        print(size)
                    return size
                """).repaired()).noneMatch(text -> text.contains("size -= 1"));
    }

    private List<String> best(int count, String program) {
        return new WrongAnswer(folder, program, "Timeout: 0:00:30").repaired().stream().limit(count).toList();
    }
}
