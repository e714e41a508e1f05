package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class TextHandedOnTest {
    private final RuleExamples examples = RuleExamples.of(new TextHandedOn());

    @Test
    void anAnswerThatIsCompared() {
        examples.heals("""
                def grade(points):
                    return "pass" if points >= 50 else "fail"

                def graded(answers):
                    result = []
                    for answer in answers:
                        points = answer
                        result.append(grade(points))
                    return result

                assert graded(["70", "20"]) == ["pass", "fail"]
                """, "points = int(answer)");
    }

    @Test
    void anArgumentOfTheCall() {
        examples.heals("""
                import math

                def area(radius):
                    return round(math.pi * radius ** 2, 1)

                record = "disc 2.0".split()
                assert area(record[1]) == 12.6
                """, "area(float(record[1]))");
    }

    @Test
    void aLoopVariable() {
        examples.heals("""
                class Till:
                    def __init__(self):
                        self.cents = 0

                    def pay(self, amount):
                        self.cents = self.cents + amount

                till = Till()
                for coin in "50 20 5".split():
                    till.pay(coin)
                assert till.cents == 75
                """, "till.pay(int(coin))");
    }

    @Test
    void aKeyOfARecord() {
        examples.heals("""
                def older(year, than):
                    return than - year

                person = {"name": "Ada", "born": "1815"}
                assert older(person["born"], 1852) == 37
                """, "int(person[\"born\"])");
    }

    @Test
    void aCountThatIsRepeated() {
        examples.heals("""
                def line(width):
                    return "-" * max(width, 1)

                columns = "4"
                assert line(columns) == "----"
                """, "int(");
    }

    @Test
    void notForWords() {
        examples.leavesAlone("""
                def shorter(text, limit):
                    return text < limit

                shorter("short", 3)
                """);
    }

    @Test
    void notForARecordWithoutNumbers() {
        examples.leavesAlone("""
                def add(total, item):
                    return total + item

                add(0, {"price": "5"})
                """);
    }

    @Test
    void notInTheFunctionItself() {
        examples.leavesAlone("""
                age = "41"
                next_year = age + 1
                """);
    }
}
