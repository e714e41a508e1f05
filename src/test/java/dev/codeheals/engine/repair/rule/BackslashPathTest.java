package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class BackslashPathTest {
    private final RuleExamples examples = RuleExamples.of(new BackslashPath());

    @Test
    void aUsersFolder() {
        examples.heals("""
                path = "C:\\Users\\ann"
                assert path.endswith("ann")
                """, "r\"C:\\Users\\ann\"");
    }

    @Test
    void aPathInACall() {
        examples.heals("""
                print(len('\\Uploads'))
                """, "r'\\Uploads'");
    }

    @Test
    void aNewUnicodeFolder() {
        examples.heals("""
                path = "D:\\Names"
                assert len(path) == 8
                """, "r\"D:\\N");
    }

    @Test
    void anXFolder() {
        examples.heals("""
                path = "C:\\xml"
                assert len(path) == 6
                """, "r\"C:\\x");
    }

    @Test
    void aUnicodeFolder() {
        examples.heals("""
                path = "C:\\unix"
                assert len(path) == 7
                """, "r\"C:\\u");
    }

    @Test
    void leavesAnOpenString() {
        examples.leavesAlone("""
                path = "C:\\temp
                """);
    }

    @Test
    void leavesAMissingFile() {
        examples.leavesAlone("""
                open("C:\\\\nothing\\\\here")
                """);
    }

    @Test
    void leavesABadBracket() {
        examples.leavesAlone("""
                x = ("\\\\"]
                """);
    }
}
