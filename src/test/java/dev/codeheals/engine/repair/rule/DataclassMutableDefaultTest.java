package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class DataclassMutableDefaultTest {
    private final RuleExamples examples = RuleExamples.of(new DataclassMutableDefault());

    @Test
    void makesAList() {
        examples.heals("""
                from dataclasses import dataclass

                @dataclass
                class Post:
                    tags: list = []

                assert Post().tags == []
                """, "from dataclasses import dataclass, field", "tags: list = field(default_factory=list)");
    }

    @Test
    void makesAFilledDictionary() {
        examples.heals("""
                from dataclasses import dataclass, field

                @dataclass
                class P:
                    x: dict = {"a": 1}

                assert P().x == {"a": 1}
                """, "field(default_factory=lambda: {\"a\": 1})");
    }

    @Test
    void mendsAllFields() {
        examples.heals("""
                import dataclasses

                @dataclasses.dataclass
                class P:
                    a: list = []
                    b: set = {1}

                assert P().a == [] and P().b == {1}
                """, "a: list = dataclasses.field(default_factory=list)", "b: set = dataclasses.field(default_factory=lambda: {1})");
    }

    @Test
    void keepsOtherDefaults() {
        examples.heals("""
                from dataclasses import dataclass

                @dataclass
                class P:
                    n: int = 3
                    xs: list = []

                assert P().n == 3
                """, "    n: int = 3\n    xs: list = field(default_factory=list)");
    }

    @Test
    void makesADict() {
        examples.heals("""
                from dataclasses import dataclass
                from typing import Dict

                @dataclass
                class P:
                    m: Dict[str, int] = {}

                assert P().m == {}
                """, "field(default_factory=dict)");
    }

    @Test
    void leavesFieldOrderAlone() {
        examples.leavesAlone("""
                import dataclasses

                @dataclasses.dataclass(frozen=True)
                class Route:
                    stops: int = 2
                    start: str
                    end: str
                """);
    }

    @Test
    void leavesOtherValueErrorsAlone() {
        examples.leavesAlone("""
                int("x")
                """);
    }

    @Test
    void leavesPlainClassesAlone() {
        examples.leavesAlone("""
                class P:
                    a = []

                P(1)
                """);
    }
}
