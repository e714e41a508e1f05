package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MissingFileTest {
    private final RuleExamples examples = RuleExamples.of(new MissingFile());

    @Test
    void aFileElsewhere() {
        examples.heals("""
                def shopping():
                    with open("list.txt") as lines:
                        return [line.strip() for line in lines]

                assert shopping() == ["bread", "milk"]
                #--- data/list.txt
                bread
                milk
                """, "data/list.txt");
    }

    @Test
    void aMisspeltFolder() {
        examples.heals("""
                import json

                class Settings:
                    def __init__(self, path="conf/app.json"):
                        self.values = json.loads(open(path).read())

                assert Settings().values["port"] == 8080
                #--- config/app.json
                {"port": 8080}
                """, "\"config/app.json\"");
    }

    @Test
    void aMisspeltFile() {
        examples.heals("""
                import csv
                import sys

                PRICES = "price.csv"

                def cheapest():
                    with open(PRICES, newline="") as table:
                        return min(csv.DictReader(table), key=lambda row: float(row["eur"]))

                try:
                    assert cheapest()["item"] == "pear"
                finally:
                    sys.stdout.flush()
                #--- prices.csv
                item,eur
                apple,2.5
                pear,1.9
                """, "PRICES = \"prices.csv\"");
    }

    @Test
    void aNarrowEncoding() {
        examples.heals("""
                with open("n.txt", "w", encoding="utf-8") as out:
                    out.write("\\u00fc")
                with open("n.txt", encoding='ascii') as f:
                    assert len(f.read()) == 1
                """, "encoding=\"utf-8\"");
    }

    @Test
    void aFolderOfAPath() {
        examples.heals("""
                from pathlib import Path

                assert (Path("confg") / "b.txt").read_text() == "c\\n"
                #--- config/b.txt
                c
                """, "\"config\"");
    }

    @Test
    void leavesAnUnknownFile() {
        examples.leavesAlone("""
                open("nothing-like-this-anywhere.txt")
                """);
    }

    @Test
    void leavesAFolder() {
        examples.leavesAlone("""
                open(".")
                """);
    }

    @Test
    void leavesAClosedFile() {
        examples.leavesAlone("""
                f = open(__file__)
                f.close()
                f.read()
                """);
    }
}
