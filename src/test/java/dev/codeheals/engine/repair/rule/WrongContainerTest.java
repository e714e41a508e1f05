package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class WrongContainerTest {
    private final RuleExamples examples = RuleExamples.of(new WrongContainer());

    @Test
    void aSetBegunAsADict() {
        examples.heals("""
                def distinct(words):
                    seen = {}
                    for word in words:
                        seen.add(word)
                    return len(seen)

                assert distinct(["a", "b", "a"]) == 2
                """, "seen = set()");
    }

    @Test
    void aQueueOfAnObject() {
        examples.heals("""
                class Printer:
                    def __init__(self):
                        self.jobs: list = dict()

                    def send(self, job):
                        self.jobs.append(job)

                p = Printer()
                p.send("x")
                assert p.jobs == ["x"]
                """, "self.jobs: list = []");
    }

    @Test
    void aTableBegunAsAList() {
        examples.heals("""
                def index(pairs):
                    table = []
                    for key, value in pairs:
                        table.setdefault(key, value)
                    return table

                assert index([(1, 2), (1, 3)]) == {1: 2}
                """, "table = {}");
    }

    @Test
    void aCollectionThatIsFilledOtherwise() {
        examples.leavesAlone("""
                ages = {"ann": 3}
                ages.append(4)
                """);
    }

    @Test
    void aMethodNobodyHas() {
        examples.leavesAlone("""
                names = {}
                names.push("x")
                """);
    }

    @Test
    void aSetBegunAsAList() {
        examples.heals("""
                marks = []
                for m in 'aab':
                    marks.add(m)
                assert len(marks) == 2
                """, "marks = set()");
    }

    @Test
    void aListBegunAsText() {
        examples.heals("""
                parts = ''
                for n in range(2):
                    parts.append(n)
                assert parts == [0, 1]
                """, "parts = []");
    }

    @Test
    void aTupleThatIsFull() {
        examples.leavesAlone("""
                fixed = (1, 2)
                fixed.append(3)
                """);
    }
}
