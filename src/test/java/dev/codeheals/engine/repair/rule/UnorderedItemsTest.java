package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class UnorderedItemsTest {
    private final RuleExamples examples = RuleExamples.of(new UnorderedItems());

    @Test
    void recordsByTheirOnlyKey() {
        examples.heals("""
                years = sorted([{"year": 2024}, {"year": 1999}])
                assert years[0]["year"] == 1999
                """, "key=lambda item: item[\"year\"]");
    }

    @Test
    void recordsBeforeTheirDirection() {
        examples.heals("""
                def highest(points):
                    return sorted(points, reverse=True)[0]

                assert highest([{"score": 3}, {"score": 8}])["score"] == 8
                """, "sorted(points, key=lambda item: item[\"score\"], reverse=True)");
    }

    @Test
    void objectsByTheirAttribute() {
        examples.heals("""
                class Task:
                    def __init__(self, due):
                        self.due = due

                tasks = [Task(5), Task(2)]
                tasks.sort()
                assert tasks[0].due == 2
                """, "tasks.sort(key=lambda item: item.due)");
    }

    @Test
    void theLargest() {
        examples.heals("""
                from dataclasses import dataclass

                @dataclass
                class Town:
                    people: int

                def capital(towns):
                    return max(towns)

                assert capital([Town(3), Town(70), Town(9)]).people == 70
                """, "max(towns, key=lambda item: item.people)");
    }

    @Test
    void whatIsReadElsewhere() {
        examples.heals("""
                def cheapest(offers):
                    first, *rest = sorted(offer for offer in offers)
                    return first["price"]

                assert cheapest([{"price": 4}, {"price": 3}]) == 3
                """, "item[\"price\"]");
    }

    @Test
    void notForNumbersAndText() {
        examples.leavesAlone("""
                sorted([1, "2"])
                """);
    }

    @Test
    void notForAComparison() {
        examples.leavesAlone("""
                one = {"a": 1}
                one < {"a": 2}
                """);
    }

    @Test
    void notWhereAKeyIsGiven() {
        examples.leavesAlone("""
                pairs = [({"n": 1}, 1), ({"n": 2}, 1)]
                pairs.sort(key=lambda pair: pair[0])
                """);
    }
}
