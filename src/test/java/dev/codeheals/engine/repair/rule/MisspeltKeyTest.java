package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MisspeltKeyTest {
    private final RuleExamples examples = RuleExamples.of(new MisspeltKey());

    @Test
    void readsTheRightKey() {
        examples.heals("""
                def show(user):
                    return user["nmae"].upper()

                assert show({"name": "a", "age": 3}) == "A"
                """, "user[\"name\"].upper()");
    }

    @Test
    void readsANestedKey() {
        examples.heals("""
                def mail(data):
                    return data["user"]["emial"]

                assert mail({"user": {"email": "x", "id": 1}}) == "x"
                """, "data[\"user\"][\"email\"]");
    }

    @Test
    void mendsAllReadsInTheFunction() {
        examples.heals("""
                def total(row):
                    if row["pirce"] * row["amount"] > 3:
                        return 3
                    return row["pirce"]

                assert total({"price": 1, "amount": 2}) == 1
                """, "row[\"price\"] * row[\"amount\"]", "return row[\"price\"]");
    }

    @Test
    void mendsTheWriter() {
        examples.heals("""
                def make(name):
                    return {"name": name, "balnce": 0}

                def show(account):
                    return str(account["balance"])

                def add(account, x):
                    account["balance"] += x
                    return account["balance"]

                a = make("a")
                assert add(a, 2) == 2 and show(a) == "2"
                """, "{\"name\": name, \"balance\": 0}");
    }

    @Test
    void readsAColumnOfACsvFile() {
        examples.heals("""
                import csv, io

                def total(text):
                    return sum(int(r["amout"]) for r in csv.DictReader(io.StringIO(text)))

                assert total("name,amount\\na,2\\nb,3\\n") == 5
                """, "r[\"amount\"]");
    }

    @Test
    void popsTheRightKey() {
        examples.heals("""
                def take(d):
                    return d.pop("colour")

                assert take({"color": 1, "size": 2}) == 1
                """, "d.pop(\"color\")");
    }

    @Test
    void mendsTheCaseOfAKey() {
        examples.heals("""
                def kind(headers):
                    return headers["content-type"]

                assert kind({"Content-Type": "text", "Length": 3}) == "text"
                """, "headers[\"Content-Type\"]");
    }

    @Test
    void leavesUnlikeKeysAlone() {
        examples.leavesAlone("""
                def f(d):
                    return d["frobnicate"]

                f({"a": 1})
                """);
    }

    @Test
    void leavesVariablesAlone() {
        examples.leavesAlone("""
                def f(d, k):
                    return d[k]

                f({"a": 1}, "zzz")
                """);
    }

    @Test
    void leavesOtherErrorsAlone() {
        examples.leavesAlone("""
                [1][3]
                """);
    }
}
