package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class PercentFormatTest {
    private final RuleExamples examples = RuleExamples.of(new PercentFormat());

    @Test
    void groupsTheValues() {
        examples.heals("""
                def show(name, age):
                    print("%s is %d" % name, age)
                    return 1

                assert show("a", 3)
                """, "print(\"%s is %d\" % (name, age))");
    }

    @Test
    void usesFormat() {
        examples.heals("""
                def show(name, age):
                    return "{} is {}" % (name, age)

                assert show("a", 3) == "a is 3"
                """, "\"{} is {}\".format(name, age)");
    }

    @Test
    void formatsAsText() {
        examples.heals("""
                def show(key):
                    return "id: %d" % key

                assert show("a1") == "id: a1"
                """, "\"id: %s\" % key");
    }

    @Test
    void formatsTheSecond() {
        examples.heals("""
                def show(name, code):
                    return "%s: %d" % (name, code)

                assert show("a", "x") == "a: x"
                """, "\"%s: %s\"");
    }

    @Test
    void convertsToANumber() {
        examples.heals("""
                def show(price):
                    return "%.2f" % price

                assert show("3") == "3.00"
                """, "\"%.2f\" % float(price)");
    }

    @Test
    void leavesModuloAlone() {
        examples.leavesAlone("""
                def even(n):
                    return n % 2 == 0

                even("4")
                """);
    }

    @Test
    void leavesMissingValuesAlone() {
        examples.leavesAlone("""
                x = "%s %s" % 1
                """);
    }

    @Test
    void leavesOtherErrorsAlone() {
        examples.leavesAlone("""
                "a" + 1
                """);
    }
}
