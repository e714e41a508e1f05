package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class FormatFieldTest {
    private final RuleExamples examples = RuleExamples.of(new FormatField());

    @Test
    void mendsAFormatField() {
        examples.heals("""
                def greet(name):
                    return "Hello {nmae}!".format(name=name)

                assert greet("a") == "Hello a!"
                """, "\"Hello {name}!\"");
    }

    @Test
    void mendsATemplate() {
        examples.heals("""
                from string import Template

                T = Template("Hi $custmer")

                def greet(c):
                    return T.substitute(customer=c)

                assert greet("a") == "Hi a"
                """, "Template(\"Hi $customer\")");
    }

    @Test
    void mendsAPercentField() {
        examples.heals("""
                def show(total):
                    return "%(totla)d EUR" % {"total": total}

                assert show(3) == "3 EUR"
                """, "\"%(total)d EUR\"");
    }

    @Test
    void mendsAConstantTemplate() {
        examples.heals("""
                LINE = "{item}: {prize:.2f}"

                def line(item, price):
                    return LINE.format(item=item, price=price)

                assert line("a", 1) == "a: 1.00"
                """, "LINE = \"{item}: {price:.2f}\"");
    }

    @Test
    void countsFromZero() {
        examples.heals("""
                def pair(a, b):
                    return "{1} and {2}".format(a, b)

                assert pair(1, 2) == "1 and 2"
                """, "\"{0} and {1}\"");
    }

    @Test
    void mendsAFieldOfAMapping() {
        examples.heals("""
                def show(d):
                    return "{usr} {age}".format(**d)

                assert show({"user": "a", "age": 1}) == "a 1"
                """, "\"{user} {age}\"");
    }

    @Test
    void leavesUnlikeFieldsAlone() {
        examples.leavesAlone("""
                "{frobnicate}".format(name=1)
                """);
    }

    @Test
    void leavesDictionariesAlone() {
        examples.leavesAlone("""
                d = {"name": 1}
                d["nmae"]
                """);
    }

    @Test
    void leavesOtherIndexesAlone() {
        examples.leavesAlone("""
                (1, 2)[3]
                """);
    }
}
