package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class NumberTextTest {
    private final RuleExamples examples = RuleExamples.of(new NumberText());

    @Test
    void thousandsSeparators() {
        examples.heals("""
                text = "1,250"
                assert int(text) == 1250
                """, ".replace(\",\", \"\")");
    }

    @Test
    void aDecimalComma() {
        examples.heals("""
                text = "2,5"
                assert float(text) == 2.5
                """, ".replace(\",\", \".\")");
    }

    @Test
    void aCurrencySign() {
        examples.heals("""
                text = "$3"
                assert int(text) == 3
                """, "strip(\" $\")");
    }

    @Test
    void nothingAtAll() {
        examples.heals("""
                text = ""
                assert int(text) == 0
                """, "or 0");
    }

    @Test
    void aDecimalForAWholeNumber() {
        examples.heals("""
                text = "2.5"
                assert int(text) == 2.5
                """, "float(text)");
    }

    @Test
    void leavesWords() {
        examples.leavesAlone("""
                int("many")
                """);
    }

    @Test
    void leavesAWrongBase() {
        examples.leavesAlone("""
                int("7", 40)
                """);
    }

    @Test
    void leavesAnUnpackingError() {
        examples.leavesAlone("""
                a, b = [1]
                """);
    }
}
