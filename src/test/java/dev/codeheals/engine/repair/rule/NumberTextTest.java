package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class NumberTextTest {
    private final RuleExamples examples = RuleExamples.of(new NumberText());

    @Test
    void thousandsSeparators() {
        examples.heals("""
                population = {"Ulm": "126,790", "Jena": "110731"}
                total = sum(int(count) for count in population.values())
                assert total == 237521
                """, ".replace(\",\", \"\")");
    }

    @Test
    void aDecimalComma() {
        examples.heals("""
                def celsius(reading):
                    value, unit = reading.split()
                    return float(value)

                assert celsius("21,5 C") == 21.5
                """, ".replace(\",\", \".\")");
    }

    @Test
    void aCurrencySign() {
        examples.heals("""
                receipt = \"""tea $3
                cake $12\"""
                spent = 0
                for line in receipt.splitlines():
                    spent += int(line.split()[-1])
                assert spent == 15
                """, "strip(\" $\")");
    }

    @Test
    void nothingAtAll() {
        examples.heals("""
                class Answer:
                    def __init__(self, form):
                        self.guests = int(form["guests"])

                assert Answer({"guests": ""}).guests == 0
                """, "or 0");
    }

    @Test
    void aDecimalForAWholeNumber() {
        examples.heals("""
                import re

                width = re.search(r"width=([\\d.]+)", "box width=2.5").group(1)
                assert int(width) * 2 == 5
                """, "float(width)");
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

    @Test
    void aNumberWithItsUnit() {
        examples.heals("""
                prices = ["0.50 EUR", "1.25"]
                assert sum(float(price) for price in prices) == 1.75
                """, "price.split()[0]");
    }
}
