package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class UnhashableObjectTest {
    private final RuleExamples examples = RuleExamples.of(new UnhashableObject());

    @Test
    void aDataclassInASet() {
        examples.heals("""
                from dataclasses import dataclass

                @dataclass
                class Tile:
                    x: int
                    y: int

                assert len({Tile(1, 2), Tile(1, 2), Tile(0, 0)}) == 2
                """, "@dataclass(frozen=True)");
    }

    @Test
    void aDataclassWithOptionsThatChanges() {
        examples.heals("""
                from dataclasses import dataclass

                @dataclass(order=True)
                class Job:
                    rank: int

                job = Job(3)
                job.rank = 1
                seen = {job: "queued"}
                assert seen[Job(1)] == "queued"
                """, "order=True, unsafe_hash=True");
    }

    @Test
    void aClassThatComparesByItsName() {
        examples.heals("""
                class City:
                    def __init__(self, name):
                        self.name = name

                    def __eq__(self, other):
                        return isinstance(other, City) and self.name == other.name

                visits = {}
                for place in [City("Rome"), City("Rome")]:
                    visits[place] = visits.get(place, 0) + 1
                assert list(visits.values()) == [2]
                """, "return hash(self.name)");
    }

    @Test
    void twoFieldsMakeOneHash() {
        examples.heals("""
                class Edge:
                    def __init__(self, start, end):
                        self.start, self.end = start, end

                    def __eq__(self, other):
                        return (self.start, self.end) == (other.start, other.end)

                assert len(set([Edge(1, 2), Edge(1, 2)])) == 1
                """, "hash((self.start, self.end))");
    }

    @Test
    void aClassOfAnotherFile() {
        examples.heals("""
                from deck import Card
                assert Card("ace") in {Card("ace")}
                #--- deck.py
                from dataclasses import dataclass

                @dataclass()
                class Card:
                    rank: str
                """, "@dataclass(frozen=True)");
    }

    @Test
    void leavesAListAsKey() {
        examples.leavesAlone("""
                {[1]: 2}
                """);
    }

    @Test
    void leavesAClassThatSwitchesHashingOff() {
        examples.leavesAlone("""
                class Live:
                    __hash__ = None

                {Live()}
                """);
    }

    @Test
    void leavesALibrarysObject() {
        examples.leavesAlone("""
                import collections
                {collections.deque()}
                """);
    }
}
