package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MovedKeywordTest {
    private final RuleExamples examples = RuleExamples.of(new MovedKeyword());

    @Test
    void leavesOutAKeyword() {
        examples.heals("""
                import json

                def read(text):
                    return json.loads(text, encoding="utf-8")

                assert read("1") == 1
                """, "json.loads(text)");
    }

    @Test
    void leavesOutTheLoop() {
        examples.fromPython(10).heals("""
                import asyncio

                async def run():
                    await asyncio.sleep(0, loop=None)
                    return 1

                assert asyncio.run(run()) == 1
                """, "asyncio.sleep(0)");
    }

    @Test
    void sortsByAComparison() {
        examples.heals("""
                def order(a, b):
                    return len(a) - len(b)

                words = ["bbb", "a"]
                words.sort(cmp=order)
                assert words == ["a", "bbb"]
                """, "words.sort(key=functools.cmp_to_key(order))");
    }

    @Test
    void sortsACopyByAComparison() {
        examples.heals("""
                import functools

                def down(xs):
                    return sorted(xs, cmp=lambda a, b: b - a)

                assert down([1, 2]) == [2, 1]
                """, "sorted(xs, key=functools.cmp_to_key(lambda a, b: b - a))");
    }

    @Test
    void leavesOutFirstOfSeveral() {
        examples.heals("""
                import json

                def show(x):
                    return json.dumps(x, encoding="utf8", indent=1)

                assert show(1) == "1"
                """, "json.dumps(x, indent=1)");
    }

    @Test
    void leavesProjectFunctionsAlone() {
        examples.leavesAlone("""
                def loads(text):
                    return text

                loads("a", encoding="x")
                """);
    }

    @Test
    void leavesOtherKeywordsAlone() {
        examples.leavesAlone("""
                import json
                json.loads("1", frobnicate=1)
                """);
    }

    @Test
    void leavesMissingArgumentsAlone() {
        examples.leavesAlone("""
                import json
                json.loads()
                """);
    }
}
