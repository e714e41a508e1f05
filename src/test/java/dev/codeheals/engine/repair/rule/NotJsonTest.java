package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class NotJsonTest {
    private final RuleExamples examples = RuleExamples.of(new NotJson());

    @Test
    void aSet() {
        examples.heals("""
                import json

                tags = {"a"}
                assert json.dumps({"tags": tags}) == '{"tags": ["a"]}'
                """, "default=list");
    }

    @Test
    void aDate() {
        examples.heals("""
                import datetime
                import json

                assert json.dumps({"day": datetime.date(2024, 1, 2)}) == '{"day": "2024-01-02"}'
                """, "isoformat()");
    }

    @Test
    void aDecimal() {
        examples.heals("""
                import json
                from decimal import Decimal

                assert json.dumps([Decimal("1.5")]) == "[1.5]"
                """, "default=float");
    }

    @Test
    void aPath() {
        examples.heals("""
                import json
                from pathlib import Path

                assert json.dumps({"p": Path("a")}) == '{"p": "a"}'
                """, "default=str");
    }

    @Test
    void bytesOfText() {
        examples.heals("""
                import json

                assert json.dumps({"b": b"x"}) == '{"b": "x"}'
                """, "bytes.decode");
    }

    @Test
    void leavesABadDocument() {
        examples.leavesAlone("""
                import json

                json.loads("{")
                """);
    }

    @Test
    void leavesANestedKeyError() {
        examples.leavesAlone("""
                import json

                json.loads("{}")["a"]
                """);
    }

    @Test
    void leavesAWrongCall() {
        examples.leavesAlone("""
                import json

                json.dumps()
                """);
    }
}
