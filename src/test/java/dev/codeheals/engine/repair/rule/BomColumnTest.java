package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class BomColumnTest {
    private final RuleExamples examples = RuleExamples.of(new BomColumn());

    @Test
    void addsTheEncoding() {
        examples.heals("""
                import csv

                with open("data.csv", "w", encoding="utf-8") as f:
                    f.write("\\ufeffid,name\\n1,a\\n")

                def ids():
                    with open("data.csv", newline="") as f:
                        return [row["id"] for row in csv.DictReader(f)]

                assert ids() == ["1"]
                """, "open(\"data.csv\", newline=\"\", encoding=\"utf-8-sig\")");
    }

    @Test
    void replacesTheEncoding() {
        examples.heals("""
                import csv

                with open("data.csv", "wb") as f:
                    f.write("\\ufeffid,name\\n1,a\\n".encode("utf-8"))

                def ids():
                    with open("data.csv", encoding="utf-8") as f:
                        return [row["id"] for row in csv.DictReader(f)]

                assert ids() == ["1"]
                """, "encoding=\"utf-8-sig\"");
    }

    @Test
    void aTableOfAnotherModule() {
        examples.heals("""
                from stock import Stock

                with open("stock.txt", "w", encoding="utf-8-sig") as out:
                    print("article;left", "nut;40", "bolt;7", sep=chr(10), file=out)
                assert Stock("stock.txt").left("bolt") == 7
                #--- stock.py
                import csv


                class Stock:
                    \"""What lies on the shelves.\"""

                    def __init__(self, path: str) -> None:
                        with open(path, "r", encoding="utf8") as table:
                            self.rows = list(csv.DictReader(table, delimiter=";"))

                    def left(self, article: str) -> int:
                        return sum(int(row["left"]) for row in self.rows if row["article"] == article)
                """, "encoding=\"utf-8-sig\"");
    }

    @Test
    void aHeaderReadByHand() {
        examples.heals("""
                import pathlib

                pathlib.Path("members.tsv").write_bytes(b"\\xef\\xbb\\xbfmail\\tsince\\na@x.org\\t2019\\n")

                def members():
                    source = open("members.tsv", encoding="utf-8")
                    try:
                        header, *lines = source.read().splitlines()
                    finally:
                        source.close()
                    for line in lines:
                        person = dict(zip(header.split("\\t"), line.split("\\t")))
                        yield person["mail"]

                assert list(members()) == ["a@x.org"]
                """, "open(\"members.tsv\", encoding=\"utf-8-sig\")");
    }

    @Test
    void anObjectOfJson() {
        examples.heals("""
                import csv
                import io
                import json

                with open("cities.csv", "w", encoding="utf-8-sig") as out:
                    csv.writer(out).writerows([["city", "people"], ["Ulm", 126790]])

                def as_json(path):
                    with io.open(path, newline="") as cities:
                        found = {}
                        for row in csv.DictReader(cities):
                            found[row["city"]] = int(row["people"])
                        return json.dumps(found)

                assert as_json("cities.csv") == '{"Ulm": 126790}'
                """, "newline=\"\", encoding=\"utf-8-sig\"");
    }

    @Test
    void leavesAMisspeltColumn() {
        examples.leavesAlone("""
                import csv
                import io

                table = io.StringIO("name,price" + chr(10) + "tea,3")
                for row in csv.DictReader(table):
                    print(row["prize"])
                """);
    }

    @Test
    void leavesAnEmptyObject() {
        examples.leavesAlone("""
                import json

                print(json.loads("{}")["total"])
                """);
    }

    @Test
    void leavesAMissingTable() {
        examples.leavesAlone("""
                import csv

                with open("no-such-table.csv", encoding="utf-8") as table:
                    print(next(csv.DictReader(table))["id"])
                """);
    }
}
