package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MissingFromImportTest {
    private final RuleExamples examples = RuleExamples.of(new MissingFromImport());

    @Test
    void importsAClass() {
        examples.heals("""
                import os

                def stem(name):
                    return Path(name).stem

                assert stem("a/b.txt") == "b"
                """, "from pathlib import Path");
    }

    @Test
    void joinsAnImportOfTheSameModule() {
        examples.heals("""
                from collections import Counter

                def group(words):
                    groups = defaultdict(list)
                    for word in words:
                        groups[word[0]].append(word)
                    return dict(groups), Counter(words)

                assert group(["a"])[0] == {"a": ["a"]}
                """, "from collections import Counter, defaultdict");
    }

    @Test
    void importsTheClassForAClassMethod() {
        examples.heals("""
                def stamp():
                    return datetime.now().isoformat()

                assert "T" in stamp()
                """, "from datetime import datetime");
    }

    @Test
    void importsADecorator() {
        examples.heals("""
                @dataclass
                class Point:
                    x: int
                    y: int = 0

                assert Point(1).y == 0
                """, "from dataclasses import dataclass");
    }

    @Test
    void importsTypingNames() {
        examples.heals("""
                def find(items: list, wanted: str) -> Optional[str]:
                    return wanted if wanted in items else None

                assert find(["a"], "b") is None
                """, "from typing import Optional");
    }

    @Test
    void choosesByKeyword() {
        examples.heals("""
                from dataclasses import dataclass

                @dataclass
                class Basket:
                    items: list = field(default_factory=list)

                assert Basket().items == []
                """, "from dataclasses import dataclass, field");
    }

    @Test
    void importsAFunctionThatIsCalled() {
        examples.heals("""
                def product(numbers):
                    return reduce(lambda a, b: a * b, numbers, 1)

                assert product([2, 3]) == 6
                """, "from functools import reduce");
    }

    @Test
    void importsTimeForACall() {
        examples.heals("""
                def measure(action):
                    start = perf_counter()
                    action()
                    return perf_counter() - start

                assert measure(lambda: None) >= 0
                """, "from time import perf_counter");
    }

    @Test
    void leavesAnEverydayWordAlone() {
        examples.leavesAlone("""
                def greet():
                    return "Hello " + name

                greet()
                """);
    }

    @Test
    void leavesTheModuleAlone() {
        examples.leavesAlone("""
                def pause():
                    time.sleep(0)

                pause()
                """);
    }

    @Test
    void leavesUnknownNamesAlone() {
        examples.leavesAlone("""
                def run(job):
                    return schedule_job(job)

                run(1)
                """);
    }
}
