package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class NumberFormatTest {
    private final RuleExamples examples = RuleExamples.of(new NumberFormat());

    @Test
    void aReadingFromALine() {
        examples.heals("""
                def shown(line):
                    name, value = line.split("=")
                    return f"{name}: {value:.1f}"

                assert shown("temp=21.27") == "temp: 21.3"
                """, "{float(value):.1f}");
    }

    @Test
    void aCountThatIsPadded() {
        examples.heals("""
                order = {"number": "7"}
                label = f"A-{order['number']:04d}"
                assert label == "A-0007"
                """, "{int(order['number']):04d}");
    }

    @Test
    void theOneOfTwoThatIsText() {
        examples.heals("""
                net, rate = 12.5, "0.19"
                text = f"{net:.2f} + {rate:.2f}"
                assert text == "12.50 + 0.19"
                """, "{net:.2f} + {float(rate):.2f}");
    }

    @Test
    void aShare() {
        examples.heals("""
                def share(fields):
                    return f"{fields[-1]:.0%}"

                print(share("done;0.75".split(";")) == "75%" or 1 / 0)
                """, "{float(fields[-1]):.0%}");
    }

    @Test
    void aWholeNumberOfAFloat() {
        examples.heals("""
                minutes = 125 / 2
                assert f"{minutes:d} min" == "62 min"
                """, "{round(minutes):d}");
    }

    @Test
    void leavesAnUnknownCode() {
        examples.leavesAlone("""
                price = 3
                print(f"{price:.2q}")
                """);
    }

    @Test
    void leavesTheMethodFormat() {
        examples.leavesAlone("""
                row = ["a", "b"]
                print("{:d}".format(row[0]))
                """);
    }

    @Test
    void leavesADateWithAWrongFormat() {
        examples.leavesAlone("""
                from datetime import timedelta

                print(f"{timedelta(days=1):>12}")
                """);
    }
}
