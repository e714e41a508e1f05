package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class TextAndNumberTest {
    private final RuleExamples examples = RuleExamples.of(new TextAndNumber());

    @Test
    void aCountInAMessage() {
        examples.heals("""
                n = 3
                print("count: " + n)
                """, "str(n)");
    }

    @Test
    void aLiteralNumber() {
        examples.heals("""
                print("page " + 2)
                """, "\"2\"");
    }

    @Test
    void aSumOfDigits() {
        examples.heals("""
                n = "4"
                total = 1
                total = total + int("1") - n
                assert total == -2
                """, "int(n)");
    }

    @Test
    void joinedNumbers() {
        examples.heals("""
                values = [1, 2]
                assert ",".join(values) == "1,2"
                """, "map(str, values)");
    }

    @Test
    void aSumOfTexts() {
        examples.heals("""
                values = ["1", "2"]
                assert sum(values) == 3
                """, "sum(map(int, values))");
    }

    @Test
    void leavesTwoLists() {
        examples.leavesAlone("""
                print([1] + 2)
                """);
    }

    @Test
    void leavesNone() {
        examples.leavesAlone("""
                print(None + 1)
                """);
    }

    @Test
    void leavesTwoTexts() {
        examples.leavesAlone("""
                print("a" - "b")
                """);
    }

    @Test
    void anObjectThatHasAName() {
        examples.heals("""
                class Owner:
                    def __init__(self, name):
                        self.name = name

                def tag(owner):
                    return "belongs to " + owner

                assert tag(Owner("Kim")) == "belongs to Kim"
                """, "\"belongs to \" + owner.name");
    }

    @Test
    void severalNumbersOfOneText() {
        examples.heals("""
                stats = {"min": 3, "max": 9}
                line = "range " + stats["min"] + "-" + stats["max"]
                assert line == "range 3-9"
                """, "str(stats[\"min\"]) + \"-\" + str(stats[\"max\"])");
    }
}
