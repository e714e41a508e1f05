package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class DictAttributeTest {
    private final RuleExamples examples = RuleExamples.of(new DictAttribute());

    @Test
    void readsAKey() {
        examples.heals("""
                def show(user):
                    return user["age"], user.name

                assert show({"name": "a", "age": 1}) == (1, "a")
                """, "user[\"name\"]");
    }

    @Test
    void readsNestedKeys() {
        examples.heals("""
                def show(data):
                    return data.user.get("x")

                assert show({"user": {"x": 1}}) == 1
                """, "data[\"user\"].get(\"x\")");
    }

    @Test
    void readsAllOnTheLine() {
        examples.heals("""
                def total(r):
                    return r.a + r.b if True else r['c']

                assert total({'a': 1, 'b': 2}) == 3
                """, "r['a'] + r['b']");
    }

    @Test
    void readsJson() {
        examples.heals("""
                import json

                config = json.loads('{"debug": true}')
                if config.debug:
                    print("on")
                """, "config[\"debug\"]");
    }

    @Test
    void readsInALoop() {
        examples.heals("""
                rows = [{"price": 1}, {"price": 2}]
                assert sum(row.price for row in rows) == 3
                """, "row[\"price\"]");
    }

    @Test
    void leavesMisspeltMethodsAlone() {
        examples.leavesAlone("""
                def f(d):
                    return d.itms

                f({"a": 1})
                """);
    }

    @Test
    void leavesCallsAlone() {
        examples.leavesAlone("""
                def f(d):
                    return d.name()

                f({"name": 1})
                """);
    }

    @Test
    void leavesObjectsAlone() {
        examples.leavesAlone("""
                class A:
                    pass

                A().name
                """);
    }
}
