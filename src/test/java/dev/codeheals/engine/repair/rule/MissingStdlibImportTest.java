package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MissingStdlibImportTest {
    private final RuleExamples examples = RuleExamples.of(new MissingStdlibImport());

    @Test
    void importsAModuleAfterTheOthers() {
        examples.heals("""
                import os
                import sys

                def dump(data):
                    return json.dumps(data, indent=2)

                assert dump({"a": 1}).startswith("{")
                """, "import json\nimport os\n");
    }

    @Test
    void importsAfterTheDocstring() {
        examples.heals("""
                \"""Circles.\"""


                def area(radius):
                    return math.pi * radius ** 2

                assert 3.1 < area(1) < 3.2
                """, "\"\"\"Circles.\"\"\"\n\nimport math\n");
    }

    @Test
    void importsTheModuleForAModuleFunctionOfTheSameName() {
        examples.heals("""
                class Timer:
                    def __init__(self):
                        self.start = time.time()

                    def elapsed(self):
                        return time.time() - self.start

                assert Timer().elapsed() >= 0
                """, "import time");
    }

    @Test
    void importsTheSubmodule() {
        examples.heals("""
                def quoted(text):
                    return urllib.parse.quote(text)

                assert quoted("a b") == "a%20b"
                """, "import urllib.parse");
    }

    @Test
    void importsDatetimeForItsClasses() {
        examples.heals("""
                import os

                def tomorrow(day):
                    return day + datetime.timedelta(days=1)

                assert tomorrow(datetime.date(2024, 1, 1)) == datetime.date(2024, 1, 2)
                """, "import datetime");
    }

    @Test
    void mendsAHelperModule() {
        examples.heals("""
                from helper import words

                assert words("a b") == ["a", "b"]
                #--- helper.py
                def words(text):
                    return re.split(r"\\s+", text)
                """, "import re");
    }

    @Test
    void importsBesideFutureImports() {
        examples.heals("""
                from __future__ import annotations

                def pick(items: list[str]) -> str:
                    return random.choice(items)

                assert pick(["a"]) == "a"
                """, "from __future__ import annotations\n\nimport random\n");
    }

    @Test
    void leavesADatetimeClassAlone() {
        examples.leavesAlone("""
                def stamp():
                    return datetime.now().isoformat()

                stamp()
                """);
    }

    @Test
    void leavesAVariableNamedLikeAModuleAlone() {
        examples.leavesAlone("""
                def total(values):
                    return sum(number)

                total([1])
                """);
    }

    @Test
    void leavesAProjectModuleAlone() {
        examples.leavesAlone("""
                def show():
                    return calendar.render()

                show()
                #--- calendar.py
                def render():
                    return ""
                """);
    }
}
