package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class TextComparedWithNumberTest {
    private final RuleExamples examples = RuleExamples.of(new TextComparedWithNumber());

    @Test
    void aTextFromTheCommandLine() {
        examples.heals("""
                import sys
                limit = sys.argv[1] if len(sys.argv) > 1 else "10"
                assert 3 < limit
                """, "limit = int(");
    }

    @Test
    void anInputLine() {
        examples.heals("""
                lines = iter(["20\\n"])
                age = next(lines).strip()
                assert age > 18
                """, "age = int(");
    }

    @Test
    void anEnvironmentValue() {
        examples.heals("""
                import os
                size = os.environ.get("NO_SUCH_SIZE", "5")
                assert size >= 5
                """, "size = int(");
    }

    @Test
    void aDecimalText() {
        examples.heals("""
                price = "2.5".strip()
                assert price > 2
                """, "float(");
    }

    @Test
    void whereItIsCompared() {
        examples.heals("""
                row = {"n": "7"}
                assert row["n"] > 5
                """, "int(row[\"n\"])");
    }

    @Test
    void leavesTwoTexts() {
        examples.leavesAlone("""
                assert "a" > "b"
                """);
    }

    @Test
    void leavesNone() {
        examples.leavesAlone("""
                print(None > 3)
                """);
    }

    @Test
    void leavesAList() {
        examples.leavesAlone("""
                print([1] > 3)
                """);
    }
}
