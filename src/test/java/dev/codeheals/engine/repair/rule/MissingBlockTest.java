package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MissingBlockTest {
    private final RuleExamples examples = RuleExamples.of(new MissingBlock());

    @Test
    void aReturnAfterAnIf() {
        examples.heals("""
                def size(n):
                    if n > 10:
                    return "big"
                    return "small"

                assert size(1) == "small" and size(11) == "big"
                """, "        return \"big\"\n    return \"small\"");
    }

    @Test
    void theBodyOfALoop() {
        examples.heals("""
                total = 0
                for n in [1, 2]:
                total += n
                assert total == 3
                """, "    total += n\nassert");
    }

    @Test
    void aWholeFunction() {
        examples.heals("""
                def initials(name):
                parts = name.split()
                return "".join(p[0].upper() for p in parts)

                assert initials("ada lovelace") == "AL"
                """, "    parts = name.split()\n    return");
    }

    @Test
    void anEmptyFunction() {
        examples.heals("""
                def later():

                def now():
                    return 1

                assert now() == 1
                """, "def later():\n    pass");
    }

    @Test
    void anEmptyClass() {
        examples.heals("""
                class Empty:

                thing = Empty()
                """, "class Empty:\n    pass");
    }

    @Test
    void leavesAMissingColon() {
        examples.leavesAlone("""
                def f()
                    return 1
                """);
    }

    @Test
    void leavesAnUnexpectedIndent() {
        examples.leavesAlone("""
                x = 1
                    y = 2
                """);
    }

    @Test
    void leavesARuntimeError() {
        examples.leavesAlone("""
                def f():
                    return g()

                f()
                """);
    }
}
