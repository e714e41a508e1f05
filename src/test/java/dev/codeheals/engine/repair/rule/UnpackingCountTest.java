package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class UnpackingCountTest {
    private final RuleExamples examples = RuleExamples.of(new UnpackingCount());

    @Test
    void aNameThatIsReadBelow() {
        examples.heals("""
                stock = [("bolt", 3, 0.5), ("nut", 4, 0.25)]

                def worth(rows):
                    total = 0
                    for part, count in rows:
                        total += count * price
                    return total

                assert worth(stock) == 2.5
                """, "for part, count, price in rows");
    }

    @Test
    void theProducersOwnNameTellsThePlace() {
        examples.heals("""
                def split_time(text):
                    hours, minutes = text.split(":")
                    return int(hours), int(minutes), text

                def late(text):
                    hours, text = split_time(text)
                    return hours > 22 or minutes > 58

                assert late("21:59")
                """, "hours, minutes, text = split_time");
    }

    @Test
    void aValueNobodyWants() {
        examples.heals("""
                journal = [("in", 5, "monday"), ("out", 2, "friday")]
                balance = 0
                for kind, amount in journal:
                    balance += amount if kind == "in" else -amount
                assert balance == 3
                """, "kind, amount, _ in journal");
    }

    @Test
    void aNameTooManyInAComprehension() {
        examples.heals("""
                ages = {"ann": 30, "bob": 41}
                assert [name for name, age, city in ages.items() if age > 35] == ["bob"]
                """, "for name, age in");
    }

    @Test
    void aSingleNameKeepsItsComma() {
        examples.heals("""
                import re

                def year(line):
                    month, found = re.match(r".* ([0-9]{4})", line).groups()
                    return int(found)

                assert year("May 1999") == 1999
                """, "found, = re");
    }

    @Test
    void leavesNamesThatAreAllRead() {
        examples.leavesAlone("""
                first, second, third = "ab"
                print(first + second + third)
                """);
    }

    @Test
    void leavesALibraryCallThatRaises() {
        examples.leavesAlone("""
                dict([("a", 1, 2)])
                """);
    }

    @Test
    void leavesAStarredTarget() {
        examples.leavesAlone("""
                first, *rest, last = [1]
                print(rest)
                """);
    }

    @Test
    void aSeparatorThatStandsInTheValueToo() {
        examples.heals("""
                def option(line):
                    name, value = line.split(":")
                    return name, value.strip()

                assert option("at: 10:30") == ("at", "10:30")
                """, "line.split(\":\", 1)");
    }
}
