package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class LostCollectionTest {
    private final RuleExamples examples = RuleExamples.of(new LostCollection());

    @Test
    void aCounterOfAnotherFunction() {
        examples.heals("""
                from collections import Counter

                def units(sales):
                    found = {}
                    for product, count in sales:
                        found[product] = found.get(product, 0) + count
                    return found

                def favourite(sales):
                    return units(sales).most_common(1)[0][0]

                assert favourite([("tea", 2), ("mug", 1)]) == "tea"
                """, "found = Counter()");
    }

    @Test
    void aCounterThatIsNotImported() {
        examples.heals("""
                letters = dict()
                for letter in "banana":
                    letters[letter] = letters.get(letter, 0) + 1
                assert letters.most_common(1) == [("a", 3)]
                """, "from collections import Counter", "letters = Counter()");
    }

    @Test
    void aQueueOfAnObject() {
        examples.heals("""
                import collections

                class Line:
                    def __init__(self, people):
                        self.waiting = list(people)

                    def serve(self):
                        return self.waiting.popleft()

                assert Line(["ada", "bob"]).serve() == "ada"
                """, "self.waiting = collections.deque(people)");
    }

    @Test
    void aRing() {
        examples.heals("""
                from collections import deque

                days = ["mo", "tu", "we"]
                days.rotate(1)
                assert days[0] == "we"
                """, "days = deque([\"mo\", \"tu\", \"we\"])");
    }

    @Test
    void anOrderThatChanges() {
        examples.heals("""
                class Recent:
                    def __init__(self):
                        self.seen = {}

                    def touch(self, key):
                        self.seen[key] = True
                        self.seen.move_to_end(key, last=False)

                recent = Recent()
                recent.touch("a")
                recent.touch("b")
                assert list(recent.seen) == ["b", "a"]
                """, "self.seen = OrderedDict()");
    }

    @Test
    void notForAnAttributeNobodyHas() {
        examples.leavesAlone("""
                stock = {}
                stock.add("nail")
                """);
    }

    @Test
    void notForAFilledDictionary() {
        examples.leavesAlone("""
                votes = {"yes": 3}
                votes.most_common()
                """);
    }

    @Test
    void notForAParameter() {
        examples.leavesAlone("""
                def first(jobs):
                    return jobs.popleft()

                first([1])
                """);
    }
}
