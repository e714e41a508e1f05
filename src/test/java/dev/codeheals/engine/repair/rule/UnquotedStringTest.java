package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class UnquotedStringTest {
    private final RuleExamples examples = RuleExamples.of(new UnquotedString());

    @Test
    void quotesAKey() {
        examples.heals("""
                def cost(prices):
                    return prices[apple]

                assert cost({"apple": 3}) == 3
                """, "prices[\"apple\"]");
    }

    @Test
    void quotesAListElement() {
        examples.heals("""
                COLORS = ["red", green, "blue"]

                assert COLORS[1] == "green"
                """, "[\"red\", \"green\", \"blue\"]");
    }

    @Test
    void quotesADictKey() {
        examples.heals("""
                person = {name: "ann", "age": 3}

                assert person["name"] == "ann"
                """, "{\"name\": \"ann\", \"age\": 3}");
    }

    @Test
    void keepsTheQuotesOfTheFile() {
        examples.heals("""
                LETTERS = ['a', b]

                assert LETTERS == ['a', 'b']
                """, "['a', 'b']");
    }

    @Test
    void quotesAKeyForGet() {
        examples.heals("""
                def size(d):
                    return d.get(width, 0)

                assert size({"width": 1}) == 1
                """, "d.get(\"width\", 0)");
    }

    @Test
    void quotesADefaultBesideTextDefaults() {
        examples.heals("""
                def moves(start="a", end=c, spare="b"):
                    return start + end + spare

                assert moves() == "acb"
                """, "end=\"c\"");
    }

    @Test
    void quotesAnArgumentBesideTextArguments() {
        examples.heals("""
                person = dict(first="ann", last=lee)
                assert person["last"] == "lee"
                """, "last=\"lee\"");
    }

    @Test
    void quotesWhatATextIsComparedWith() {
        examples.heals("""
                def running(state):
                    return state == up

                assert running("up")
                """, "state == \"up\"");
    }

    @Test
    void leavesDefaultsBesideNumbersAlone() {
        examples.leavesAlone("""
                def area(width=2, height=tall):
                    return width * height
                area()
                """);
    }

    @Test
    void leavesCallsAlone() {
        examples.leavesAlone("""
                def f(x):
                    return g(x)

                f(1)
                """);
    }

    @Test
    void leavesKeysTheMappingLacksAlone() {
        examples.leavesAlone("""
                def f(d):
                    return d[index]

                f({"a": 1})
                """);
    }

    @Test
    void leavesNumbersAlone() {
        examples.leavesAlone("""
                xs = [1, two, 3]
                """);
    }
}
