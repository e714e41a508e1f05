package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class ChangedWhileIteratingTest {
    private final RuleExamples examples = RuleExamples.of(new ChangedWhileIterating());

    @Test
    void aDictThatLosesKeys() {
        examples.heals("""
                table = {"a": 1, "b": 2}
                for key in table:
                    del table[key]
                assert table == {}
                """, "list(table)");
    }

    @Test
    void aSetThatGrows() {
        examples.heals("""
                seen = {1, 2}
                for n in seen:
                    seen.add(n + 10)
                assert 12 in seen
                """, "list(seen)");
    }

    @Test
    void theViewOfADict() {
        examples.heals("""
                table = {"a": 0, "b": 1}
                for key, value in table.items():
                    if not value:
                        table.pop(key)
                assert table == {"b": 1}
                """, "list(table.items())");
    }

    @Test
    void aListThatLosesItems() {
        examples.heals("""
                def positive(numbers):
                    for n in numbers:
                        if n < 0:
                            numbers.remove(n)
                    return numbers

                assert positive([-1, -2, 3]) == [3]
                """, "list(numbers)");
    }

    @Test
    void aListOfAnObject() {
        examples.heals("""
                class Queue:
                    def __init__(self, jobs):
                        self.jobs = jobs

                    def drop(self):
                        for job in self.jobs:
                            self.jobs.remove(job)

                queue = Queue([1, 2, 3])
                queue.drop()
                assert queue.jobs == []
                """, "list(self.jobs)");
    }

    @Test
    void leavesALoopOverACopy() {
        examples.leavesAlone("""
                def f(xs):
                    for x in list(xs):
                        xs.remove(x)
                    return xs

                assert f([1]) == [1]
                """);
    }

    @Test
    void leavesAnotherList() {
        examples.leavesAlone("""
                def f(xs, ys):
                    for x in xs:
                        ys.append(x)
                    return ys

                assert f([1], []) == [2]
                """);
    }

    @Test
    void leavesOtherRuntimeErrors() {
        examples.leavesAlone("""
                raise RuntimeError("stopped")
                """);
    }

    @Test
    void aQueue() {
        examples.heals("""
                from collections import deque

                queue = deque([3, -1, 4])
                for item in queue:
                    if item < 0:
                        queue.remove(item)
                assert list(queue) == [3, 4]
                """, "for item in list(queue):");
    }
}
