package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class ComposedPathTest {
    private final RuleExamples examples = RuleExamples.of(new ComposedPath());

    @Test
    void aFolderThatIsLeftOut() {
        examples.heals("""
                import os

                HERE = os.path.dirname(os.path.abspath(__file__))

                def questions():
                    with open(os.path.join(HERE, "questions.txt")) as file:
                        return file.read().split()

                assert questions() == ["why", "how"]
                #--- data/questions.txt
                why how
                """, "data/questions.txt");
    }

    @Test
    void aPathOfParts() {
        examples.heals("""
                from pathlib import Path

                TEXTS = Path(__file__).parent / "text"
                assert (TEXTS / "hello.txt").read_text().strip() == "Hello"
                #--- text/de/hallo.txt
                Hallo
                #--- text/en/hello.txt
                Hello
                """, "TEXTS / \"en/hello.txt\"");
    }

    @Test
    void besideThePackage() {
        examples.heals("""
                from shop.prices import prices

                assert prices()["tea"] == 2
                #--- shop/__init__.py
                #--- shop/prices.py
                import json
                from pathlib import Path

                def prices():
                    return json.loads((Path(__file__).resolve().parent / "prices.json").read_text())
                #--- prices.json
                {"tea": 2}
                """, "../prices.json");
    }

    @Test
    void anotherFolder() {
        examples.heals("""
                import os.path

                class Store:
                    root = os.path.abspath("storage")

                    def names(self):
                        return open(self.root + os.sep + "names.csv").read()

                try:
                    names = Store().names()
                except PermissionError:
                    raise SystemExit(1)
                assert names.startswith("ada")
                #--- storage/lists/names.csv
                ada
                """, "lists/names.csv");
    }

    @Test
    void capitalLetters() {
        examples.heals("""
                from pathlib import Path

                folder = Path(__file__).resolve().parent
                readme = folder.joinpath("readme.md").read_text()
                assert readme.startswith("#")
                #--- README.md
                # Title
                """, "README.md");
    }

    @Test
    void notForAFileThatIsNowhere() {
        examples.leavesAlone("""
                import os
                open(os.path.join(os.getcwd(), "nowhere.txt"))
                """);
    }

    @Test
    void notForAWholePath() {
        examples.leavesAlone("""
                open("list.txt")
                #--- lists/list.txt
                milk
                """);
    }

    @Test
    void notForAPathOfTheReader() {
        examples.leavesAlone("""
                import sys
                name = "".join(["in", "put", ".dat"])
                open(name)
                #--- data/input.dat
                1
                """);
    }
}
