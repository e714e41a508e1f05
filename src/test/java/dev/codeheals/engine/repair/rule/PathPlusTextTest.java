package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class PathPlusTextTest {
    private final RuleExamples examples = RuleExamples.of(new PathPlusText());

    @Test
    void anEndingOfTheName() {
        examples.heals("""
                from pathlib import Path

                def log_of(program):
                    return program + ".log"

                assert log_of(Path("bin/run")) == Path("bin/run.log")
                """, "program.with_name(program.name + \".log\")");
    }

    @Test
    void aFolderBelow() {
        examples.heals("""
                from pathlib import Path

                BASE = Path("srv")

                def page(name):
                    return (BASE + "/pages") / name

                assert page("x") == Path("srv/pages/x")
                """, "BASE / \"pages\"");
    }

    @Test
    void aNameBelow() {
        examples.heals("""
                import pathlib

                def member(folder, name):
                    return folder + name

                assert str(member(pathlib.PurePosixPath("a"), "b.txt")) == "a/b.txt"
                """, "folder / name");
    }

    @Test
    void twoTexts() {
        examples.leavesAlone("""
                print("a" + 1)
                """);
    }

    @Test
    void anObjectOfAnotherKind() {
        examples.leavesAlone("""
                class Box:
                    pass

                Box() + "lid"
                """);
    }

    @Test
    void aCopyBesideIt() {
        examples.heals("""
                from pathlib import PurePosixPath
                def draft(p):
                    return p + '-draft'
                assert draft(PurePosixPath('x/letter')).name == 'letter-draft'
                """, "p.with_name(p.name + '-draft')");
    }

    @Test
    void aPartWithItsSlash() {
        examples.heals("""
                from pathlib import Path
                home = Path('h')
                icon = home + '/icon.png'
                assert icon.name == 'icon.png'
                """, "home / 'icon.png'");
    }

    @Test
    void twoPaths() {
        examples.leavesAlone("""
                from pathlib import Path
                Path('a') + Path('b')
                """);
    }
}
