package dev.codeheals.engine.repair.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What well-known algorithms are got wrong by: ends of recursions and loops, and values carried from step to step.
class AlgorithmSlipsTest {
    private static final String ENDLESS = "RecursionError: maximum recursion depth exceeded";

    @TempDir
    Path folder;

    @Test
    void aRecursionThatStandsStillGoesOneStepOn() {
        assertThat(best(10, """
                def countdown(n):
                    if n == 0:
                        return ["lift off"]
                    return [str(n)] + countdown(n)
                """, ENDLESS)).anyMatch(text -> text.contains("countdown(n - 1)"));
    }

    @Test
    void aRecursionOfAMethodGoesOneStepOnToo() {
        assertThat(best(25, """
                class Walker:
                    def visit(self, depth, limit):
                        if depth == limit:
                            return 1
                        return 1 + self.visit(depth, limit)
                """, ENDLESS)).anyMatch(text -> text.contains("self.visit(depth + 1, limit)"));
    }

    @Test
    void aRecursionThatHalvesEndsAtASingleItem() {
        assertThat(best(6, """
                def largest(items):
                    if len(items) == 0:
                        return None
                    half = len(items) // 2
                    return max(largest(items[:half]), largest(items[half:]))
                """, ENDLESS)).anyMatch(text -> text.contains("if len(items) <= 1:"));
    }

    @Test
    void aRecursionOverNumbersEndsBelowZeroToo() {
        assertThat(best(10, """
                def ways(stairs):
                    if stairs == 0:
                        return 1
                    return ways(stairs - 1) + ways(stairs - 2)
                """, ENDLESS)).anyMatch(text -> text.contains("if stairs <= 0:"));
    }

    @Test
    void whatTheSmallerCallGaveIsKept() {
        assertThat(best(12, """
                def choices(letters):
                    if not letters:
                        return [""]
                    without = choices(letters[1:])
                    return [letters[0] + word for word in without]
                """)).anyMatch(text -> text.contains("return without + [letters[0]"));
    }

    @Test
    void aLoopThatTakesFromAQueueEndsWithIt() {
        assertThat(best(3, """
                def drain(jobs):
                    done = []
                    while True:
                        job = jobs.pop()
                        done.append(job)
                    return done
                """, "IndexError: pop from empty list")).anyMatch(text -> text.contains("while jobs:"));
    }

    @Test
    void aLoopWithAQuestionAsksForTheStackToo() {
        assertThat(best(25, """
                def unwind(stack, mark):
                    while stack[-1] != mark:
                        stack.pop()
                    return stack
                """, "IndexError: list index out of range")).anyMatch(text -> text.contains("while stack and stack[-1] != mark:"));
    }

    @Test
    void aBestValueIsNotOverwrittenByTheNext() {
        assertThat(best(30, """
                def longest_run(flags):
                    best = 0
                    run = 0
                    for flag in flags:
                        run = run + 1 if flag else 0
                        best = run
                    return best
                """)).anyMatch(text -> text.contains("best = max(best, run)"));
    }

    @Test
    void aBalanceDoesNotFallBelowNothing() {
        assertThat(best(40, """
                def peak(changes):
                    level = 0
                    top = 0
                    for change in changes:
                        level = level + change
                        top = max(top, level)
                    return top
                """)).anyMatch(text -> text.contains("level = max(0, level + change)"));
    }

    @Test
    void theAnswerAsksWhatIsLeftOfACount() {
        assertThat(best(25, """
                def even(text, mark):
                    open_marks = 0
                    for letter in text:
                        if letter == mark:
                            open_marks += 1
                        elif open_marks:
                            open_marks -= 1
                    return True
                """)).anyMatch(text -> text.contains("return open_marks == 0"));
    }

    @Test
    void theAnswerAsksWhetherAnythingIsLeftOfACollection() {
        assertThat(best(25, """
                def nested(tags):
                    waiting = []
                    for tag in tags:
                        if tag.startswith("/"):
                            if not waiting or waiting.pop() != tag[1:]:
                                return False
                        else:
                            waiting.append(tag)
                    return True
                """)).anyMatch(text -> text.contains("return not waiting"));
    }

    @Test
    void aCellOfATableIsTakenFromTheRowOrColumnBefore() {
        assertThat(best(60, """
                def paths(rows, columns):
                    table = {(0, 0): 1}
                    for r in range(rows):
                        for c in range(columns):
                            table[r, c] = table.get((r, c), 0) + table[r - 1, c] + table[r, c]
                    return table
                """)).anyMatch(text -> text.contains("+ table[r, c - 1]"));
    }

    @Test
    void aStackThatIsOnlyTakenFromIsFilledWhereTheLoopBranches() {
        assertThat(best(12, """
                def undo_all(actions):
                    undone = []
                    waiting = []
                    for action in actions:
                        if action == "undo":
                            undone.append(waiting.pop())
                        else:
                            print(action)
                    return undone
                """)).anyMatch(text -> text.contains("            print(action)\n            waiting.append(action)\n"));
    }

    @Test
    void digitsThatComeLastFirstAreJoinedTheOtherWayRound() {
        assertThat(best(12, """
                def binary(number):
                    digits = ""
                    while number:
                        digits = digits + str(number % 2)
                        number //= 2
                    return digits
                """)).anyMatch(text -> text.contains("digits = str(number % 2) + digits"));
    }

    @Test
    void theRestThatALoopLeavesIsKept() {
        assertThat(best(20, """
                def packets(data, size):
                    sent = []
                    while len(data) > size:
                        head, data = data[:size], data[size:]
                        sent.append(head)
                    return sent
                """)).anyMatch(text -> text.contains("        sent.append(head)\n    sent.append(data)\n    return sent"));
    }

    @Test
    void aRecursionThatBuildsListsEndsWithOneEmptyList() {
        assertThat(best(20, """
                def spellings(parts):
                    if not parts:
                        return []
                    return [[first] + rest for first in parts[0] for rest in spellings(parts[1:])]
                """)).anyMatch(text -> text.contains("        return [[]]\n"));
    }

    @Test
    void aRecursionIntoTheUpperPartCountsFromThere() {
        assertThat(best(40, """
                def digit_at(groups, position):
                    first = groups[0]
                    width = len(first)
                    if position < width:
                        return first[position]
                    return digit_at(groups[1:], position)
                """)).anyMatch(text -> text.contains("digit_at(groups[1:], position - width)"));
    }

    @Test
    void aLoopThatChecksItsCollectionIsLeftAlone() {
        assertThat(best(400, """
                def first_word(letters):
                    word = ""
                    while letters and letters[-1] != " ":
                        word += letters.pop()
                    return word
                """)).noneMatch(text -> text.contains("letters and letters and"));
    }

    @Test
    void aFunctionThatCallsAnotherIsNoRecursion() {
        assertThat(best(400, """
                def double(n):
                    return twice(n)
                """, ENDLESS)).noneMatch(text -> text.contains("twice(n - 1)"));
    }

    private List<String> best(int count, String program) {
        return new WrongAnswer(folder, program).repaired().stream().limit(count).toList();
    }

    private List<String> best(int count, String program, String raised) {
        return new WrongAnswer(folder, program, raised).repaired().stream().limit(count).toList();
    }
}
