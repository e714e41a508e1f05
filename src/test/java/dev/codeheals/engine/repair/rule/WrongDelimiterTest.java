package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class WrongDelimiterTest {
    private final RuleExamples examples = RuleExamples.of(new WrongDelimiter());

    @Test
    void semicolons() {
        examples.heals("""
                import csv
                import io

                TABLE = '''city;people
                Ulm;126790
                '''

                def people(table):
                    return {row["city"]: int(row["people"]) for row in csv.DictReader(io.StringIO(table))}

                assert people(TABLE) == {"Ulm": 126790}
                """, "delimiter=\";\"");
    }

    @Test
    void aDelimiterThatIsNamedWrongly() {
        examples.heals("""
                from csv import DictReader

                lines = ["id|mail", "7|a@b.de"]
                first = next(DictReader(lines, delimiter=";"))
                assert first["mail"] == "a@b.de"
                """, "delimiter=\"|\"");
    }

    @Test
    void tabs() {
        examples.heals("""
                import csv

                class Stock:
                    def __init__(self, path):
                        with open(path, newline="") as file:
                            self.rows = list(csv.DictReader(file))

                    def total(self):
                        total = 0
                        for row in self.rows:
                            total += int(row["units"])
                        return total

                assert Stock("stock.tsv").total() == 5
                #--- stock.tsv
                item	units
                nut	2
                bolt	3
                """, "\\t");
    }

    @Test
    void aReaderInAnotherFile() {
        examples.heals("""
                from tables import rows

                for row in rows("a;b\\n1;2"):
                    print(row["b"])
                #--- tables.py
                import csv

                def rows(text):
                    return csv.DictReader(text.splitlines())
                """, "csv.DictReader(text.splitlines(), delimiter=\";\")");
    }

    @Test
    void commas() {
        examples.heals("""
                import csv, sys

                def load(lines):
                    reader = csv.DictReader(lines, delimiter="\\t", restval="")
                    for entry in reader:
                        yield entry["code"], entry["name"]

                assert dict(load(["code,name", "de,Germany"])) == {"de": "Germany"}
                """, "delimiter=\",\", restval");
    }

    @Test
    void notForAColumnThatIsNotThere() {
        examples.leavesAlone("""
                import csv

                for row in csv.DictReader(["a,b", "1,2"]):
                    row["c"]
                """);
    }

    @Test
    void notForAnotherDictionary() {
        examples.leavesAlone("""
                prices = {"tea;milk": 3}
                prices["sugar"]
                """);
    }

    @Test
    void notForACompositeKey() {
        examples.leavesAlone("""
                index = {"2024;05": ["x"], "2024;06": ["y"]}
                index["2024"]
                """);
    }
}
