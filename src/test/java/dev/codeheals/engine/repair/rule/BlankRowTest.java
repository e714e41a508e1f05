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

    @Test
    void anEmptyRecord() {
        examples.heals("""
                total = 0
                for cells in [[4], [], [5]]:
                    total += cells[0]
                assert total == 9
                """, "if not cells:");
    }

    @Test
    void anEmptyWord() {
        examples.heals("""
                heads = []
                for word in 'a  b'.split(' '):
                    heads.append(word[0])
                assert heads == ['a', 'b']
                """, "if not word:");
    }

    @Test
    void emptyPairs() {
        examples.heals("""
                ends = set()
                for pair in [(1, 2), ()]:
                    ends.add(pair[1])
                assert ends == {2}
                """, "if not pair:");
    }

    @Test
    void anIndexFarTooLarge() {
        examples.leavesAlone("""
                for row in ['abc']:
                    print(row[9])
                """);
    }
}
