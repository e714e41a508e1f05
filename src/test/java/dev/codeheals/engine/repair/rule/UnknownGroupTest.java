package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class UnknownGroupTest {
    private final RuleExamples examples = RuleExamples.of(new UnknownGroup());

    @Test
    void aGroupUnderAnotherName() {
        examples.heals("""
                import re

                DATE = re.compile(r"(?P<day>[0-9]+)/(?P<month>[0-9]+)")

                def month(text):
                    found = DATE.match(text)
                    return int(found.group("day")), int(found.group("mon"))

                assert month("24/12") == (24, 12)
                """, "group(\"month\")");
    }

    @Test
    void theOnlyGroupNobodyAsksFor() {
        examples.heals("""
                import re

                def split_unit(text):
                    m = re.fullmatch(r"(?P<amount>[0-9.]+)(?P<suffix>[a-z]+)", text)
                    return float(m["amount"]), m["unit"]

                assert split_unit("2.5kg") == (2.5, "kg")
                """, "m[\"suffix\"]");
    }

    @Test
    void countedOneTooFar() {
        examples.heals("""
                import re

                def extension(name):
                    return re.search("([a-z]+)$", name).group(2)

                assert extension("photo.jpg") == "jpg"
                """, "group(1)");
    }

    @Test
    void anIndexOfAList() {
        examples.leavesAlone("""
                parts = "a b".split()
                print(parts[2])
                """);
    }

    @Test
    void aGroupThatIsThere() {
        examples.leavesAlone("""
                import re

                print(re.match("(?P<word>a+)", "bbb").group("word"))
                """);
    }

    @Test
    void aGroupMisspelt() {
        examples.heals("""
                import re
                hit = re.match('(?P<width>[0-9]+)x', '12x')
                assert hit.group('widht') == '12'
                """, "hit.group('width')");
    }

    @Test
    void whereAGroupStarts() {
        examples.heals("""
                import re
                spot = re.search('(?P<sign>[!?])', 'oh!')
                assert spot.start('mark') == 2
                """, "spot.start('sign')");
    }

    @Test
    void anIndexOfATuple() {
        examples.leavesAlone("""
                pair = (1, 2)
                pair[5]
                """);
    }
}
