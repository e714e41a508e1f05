package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class BlankRowTest {
    private final RuleExamples examples = RuleExamples.of(new BlankRow());

    @Test
    void aBlankLineOfATable() {
        examples.heals("""
                import csv

                def prices(lines):
                    table = {}
                    for row in csv.reader(lines):
                        table[row[0]] = float(row[1])
                    return table

                assert prices(["tea,2.5", "", "cup,4"]) == {"tea": 2.5, "cup": 4.0}
                """, "if not row:");
    }

    @Test
    void aBlankLineThatIsCutUp() {
        examples.heals("""
                def initials(text):
                    found = []
                    for line in text.split("|"):
                        found.append(line[0])
                    return "".join(found)

                assert initials("ab||cd") == "ac"
                """, "if not line:");
    }

    @Test
    void aRowThatIsTooShort() {
        examples.leavesAlone("""
                for row in [["a", "b"], ["c"]]:
                    print(row[1])
                """);
    }

    @Test
    void noLoopAtAll() {
        examples.leavesAlone("""
                row = []
                print(row[0])
                """);
    }
}
