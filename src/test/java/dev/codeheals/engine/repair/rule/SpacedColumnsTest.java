package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class SpacedColumnsTest {
    private final RuleExamples examples = RuleExamples.of(new SpacedColumns());

    @Test
    void aTableOfRecords() {
        examples.heals("""
                import csv
                import io

                TABLE = "name, age\\nAnn, 31\\n"
                row = next(csv.DictReader(io.StringIO(TABLE)))
                assert row["age"] == "31"
                """, "csv.DictReader(io.StringIO(TABLE), skipinitialspace=True)");
    }

    @Test
    void theReaderStandsInAnotherFile() {
        examples.heals("""
                from loading import rows

                print(sum(int(row["points"]) for row in rows(["team,  points", "A,  3"])))
                #--- loading.py
                import csv

                def rows(lines):
                    return list(csv.DictReader(lines))
                """, "csv.DictReader(lines, skipinitialspace=True)");
    }

    @Test
    void anotherSeparator() {
        examples.heals("""
                from csv import DictReader

                def towns(lines):
                    return {row["town"]: row["river"] for row in DictReader(lines, delimiter=";")}

                assert towns(["town; river", "Ulm; Donau"]) == {"Ulm": "Donau"}
                """, "DictReader(lines, delimiter=\";\", skipinitialspace=True)");
    }

    @Test
    void rowsThatAreZippedWithTheirHead() {
        examples.heals("""
                import csv

                head, *body = csv.reader(["id, price", "7, 12.5"])
                stock = [dict(zip(head, line)) for line in body]
                for entry in stock:
                    assert float(entry["price"]) > 12
                """, "skipinitialspace=True");
    }

    @Test
    void aReaderThatIsKept() {
        examples.heals("""
                import csv

                reader = csv.DictReader(["day, kind, hours", "Mon, work, 8"])
                hours = 0
                for entry in reader:
                    kind = entry["kind"]
                    hours += int(entry["hours"]) if kind == "work" else 0
                assert hours == 8
                """, "\"Mon, work, 8\"], skipinitialspace=True)");
    }

    @Test
    void leavesAMissingColumn() {
        examples.leavesAlone("""
                import csv

                row = next(csv.DictReader(["name, age", "Bob, 4"]))
                print(row["city"])
                """);
    }

    @Test
    void leavesADictionaryOfTheProgram() {
        examples.leavesAlone("""
                prices = {" pen": 1, " ink": 2}
                print(prices["pen"])
                """);
    }

    @Test
    void leavesAReaderThatSkipsAlready() {
        examples.leavesAlone("""
                import csv

                entry = next(csv.DictReader(["a, b", "1, 2"], skipinitialspace=True))
                entry[" total"] = 3
                print(entry["total"])
                """);
    }
}
