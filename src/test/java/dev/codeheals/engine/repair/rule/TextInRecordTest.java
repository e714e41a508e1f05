package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class TextInRecordTest {
    private final RuleExamples examples = RuleExamples.of(new TextInRecord());

    @Test
    void aPriceReadFromALine() {
        examples.heals("""
                def item(line):
                    name, price = line.split(",")
                    return {"name": name, "price": price}

                def total(items):
                    return sum(i["price"] * 1.5 for i in items)

                assert total([item("tea,4")]) == 6
                """, "\"price\": int(price)");
    }

    @Test
    void aFieldOfAnObject() {
        examples.heals("""
                class Reading:
                    def __init__(self, place, level):
                        self.place = place
                        self.level = level

                    def high(self):
                        return self.level > 3.5

                assert Reading("dam", "4.25").high()
                """, "self.level = float(level)");
    }

    @Test
    void aPartOfAMatch() {
        examples.heals("""
                import re

                def task(text):
                    found = re.match(r"(.+) ([0-9]+)", text)
                    return {"title": found.group(1), "hours": found.group(2)}

                def left(task, spent):
                    return task["hours"] - spent

                assert left(task("paint 8"), 3) == 5
                """, "int(found.group(2))");
    }

    @Test
    void aRecordMadeOfNumbers() {
        examples.leavesAlone("""
                row = {"count": 3}
                print(row["count"] + "x")
                """);
    }

    @Test
    void textsThatAreNoRecord() {
        examples.leavesAlone("""
                def double(text):
                    return text * 2.0

                double("ab")
                """);
    }

    @Test
    void ageOfAPerson() {
        examples.heals("""
                def person(text):
                    who, age = text.split()
                    return {'who': who, 'age': age}
                assert person('li 30')['age'] + 1 == 31
                """, "'age': int(age)");
    }

    @Test
    void aLimitThatIsCompared() {
        examples.heals("""
                class Gate:
                    def __init__(self, limit):
                        self.limit = limit
                    def opens(self, load):
                        return load < self.limit
                assert Gate('20').opens(7)
                """, "self.limit = int(limit)");
    }

    @Test
    void textAddedToText() {
        examples.leavesAlone("""
                greeting = {'to': 'ann'}
                greeting['to'] - 1
                """);
    }
}
