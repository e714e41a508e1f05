package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class BracesInFStringTest {
    private final RuleExamples examples = RuleExamples.of(new BracesInFString());

    @Test
    void innerQuotes() {
        examples.beforePython(12).heals("""
                import sys

                row = {"name": "a"}
                print(f"{row["name"]}")
                assert sys.version_info < (3, 12), int("x")
                """, "f\"{row['name']}\"");
    }

    @Test
    void anUnclosedBrace() {
        examples.heals("""
                n = 3
                print(f"{n")
                """, "f\"{n}\"");
    }

    @Test
    void aLoneClosingBrace() {
        examples.heals("""
                print(f"a}")
                """, "}}");
    }

    @Test
    void innerSingleQuotes() {
        examples.beforePython(12).heals("""
                row = {"k": 1}
                print(f'{row['k']}')
                """, "f'{row[\"k\"]}'");
    }

    @Test
    void anUnclosedBraceInText() {
        examples.heals("""
                name = "x"
                print(f"{name, hello")
                """, "{name}, hello");
    }

    @Test
    void leavesAPlainString() {
        examples.leavesAlone("""
                print("{a" + 1)
                """);
    }

    @Test
    void leavesAnOpenBracket() {
        examples.leavesAlone("""
                print(f"{1}"
                """);
    }

    @Test
    void leavesAnUnknownName() {
        examples.leavesAlone("""
                print(f"{nothing}")
                """);
    }

    @Test
    void theBraceOfAFormattedValueStandsAtTheEnd() {
        examples.heals("""
                def row(amount):
                    return f"sum {amount:>8.2f"

                assert row(2.5) == "sum     2.50"
                """, "{amount:>8.2f}");
    }
}
