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
    void leavesOtherKeysAlone() {
        examples.leavesAlone("""
                def f(d):
                    return d["a"]

                f({"b": 1})
                """);
    }

    @Test
    void leavesEmptyOnesAlone() {
        examples.leavesAlone("""
                {}["a"]
                """);
    }

    @Test
    void leavesOtherErrorsAlone() {
        examples.leavesAlone("""
                print(x)
                """);
    }
}
