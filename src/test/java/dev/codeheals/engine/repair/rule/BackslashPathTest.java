package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class BackslashPathTest {
    private final RuleExamples examples = RuleExamples.of(new BackslashPath());

    @Test
    void aUsersFolder() {
        examples.heals("""
                import ntpath

                HOME = "C:\\Users\\ann"
                assert ntpath.basename(HOME) == "ann"
                """, "r\"C:\\Users\\ann\"");
    }

    @Test
    void aPathInACall() {
        examples.heals("""
                def parts(path):
                    return path.split(chr(92))

                assert parts('srv\\Uploads\\new')[1] == "Uploads"
                """, "r'srv\\Uploads\\new'");
    }

    @Test
    void aNewUnicodeFolder() {
        examples.heals("""
                drives = {"d": "D:\\Names", "e": "E:/music"}
                assert len(drives["d"]) == 8
                """, "r\"D:\\N");
    }

    @Test
    void anXFolder() {
        examples.heals("""
                from pathlib import PureWindowsPath

                schema = PureWindowsPath("C:\\xml", "order.xsd")
                assert schema.parent.name == "xml"
                """, "r\"C:\\x");
    }

    @Test
    void aUnicodeFolder() {
        examples.heals("""
                class Tools:
                    folder: str = "C:\\unix"

                    def command(self, name):
                        return f"{self.folder}/{name}"

                assert Tools().command("ls").endswith("unix/ls")
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
