package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class DriftedKeyTest {
    private final RuleExamples examples = RuleExamples.of(new DriftedKey());

    @Test
    void readsOldAndNew() {
        examples.heals("""
                import csv, io

                def total(text):
                    return sum(float(row["price"]) for row in csv.DictReader(io.StringIO(text)))

                assert total("name,unit" + "_price\\na,2\\n") == 2
                assert total("name,price\\na,2\\n") == 2
                """, "row[\"price\" if \"price\" in row else \"unit_price\"]");
    }

    @Test
    void readsOldAndNewJson() {
        examples.heals("""
                import json

                def names(text):
                    out = []
                    for user in json.loads(text):
                        out.append(user["name"].strip())
                        print(user["name"])
                    return out

                full = "full" + "_name"
                assert names('[{"%s": " a", "id": 1}]' % full) == ["a"]
                assert names('[{"name": "b"}]') == ["b"]
                """, "user[\"name\" if \"name\" in user else \"full_name\"]");
    }

    @Test
    void takesTheOnlyNewKey() {
        examples.heals("""
                import json

                def total(text):
                    return sum(r["qty"] * r["cost"] for r in json.loads(text))

                new = "pie" + "ces"
                assert total('[{"%s": 2, "cost": 3}]' % new) == 6
                """, "r[\"qty\" if \"qty\" in r else \"pieces\"]");
    }

    @Test
    void keepsTheQuotes() {
        examples.heals("""
                import json

                def users(text):
                    return [r['user'] for r in json.loads(text)]

                key = 'user' + '_name'
                assert users('[{"%s": "a"}]' % key) == ['a']
                """, "r['user' if 'user' in r else 'user_name']");
    }

    @Test
    void mendsNestedReads() {
        examples.heals("""
                import json

                def first(text):
                    data = json.loads(text)
                    return data["items"][0]

                key = "line" + "_items"
                assert first('{"%s": [3], "id": 1}' % key) == 3
                """, "data[\"items\" if \"items\" in data else \"line_items\"][0]");
    }

    @Test
    void leavesKeysOfTheProgramAlone() {
        examples.leavesAlone("""
                def f(d):
                    return d["name"]

                d = {"full_name": "a"}
                f(d)
                """);
    }

    @Test
    void leavesVariablesAlone() {
        examples.leavesAlone("""
                def f(d, k):
                    return d[k]

                f({"a": 1}, "b")
                """);
    }

    @Test
    void leavesOtherErrorsAlone() {
        examples.leavesAlone("""
                [1]["a"]
                """);
    }
}
