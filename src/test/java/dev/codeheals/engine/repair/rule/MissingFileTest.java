package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MissingFileTest {
    private final RuleExamples examples = RuleExamples.of(new MissingFile());

    @Test
    void aFileElsewhere() {
        examples.heals("""
                with open("list.txt") as f:
                    assert f.read() == "a\\n"
                #--- data/list.txt
                a
                """, "data/list.txt");
    }

    @Test
    void aMisspeltFolder() {
        examples.heals("""
                with open("conf/a.txt") as f:
                    assert f.read() == "b\\n"
                #--- config/a.txt
                b
                """, "\"config/a.txt\"");
    }

    @Test
    void aMisspeltFile() {
        examples.heals("""
                with open("price.csv") as f:
                    assert f.read() == "1\\n"
                #--- prices.csv
                1
                """, "\"prices.csv\"");
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
