package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class PathForFileTest {
    private final RuleExamples examples = RuleExamples.of(new PathForFile());

    @Test
    void aFileIsOpenedFirst() {
        examples.heals("""
                import json
                import pathlib
                import tempfile

                place = pathlib.Path(tempfile.mkdtemp()) / "a.json"
                place.write_text("[1, 2]")

                def read(path):
                    return json.load(path)

                assert read(place) == [1, 2]
                """, "with open(path, encoding=\"utf-8\") as file:");
    }

    @Test
    void bytesAreReadAsBytes() {
        examples.heals("""
                import pickle
                import tempfile

                name = tempfile.mkdtemp() + "/state.pkl"
                with open(name, "wb") as out:
                    pickle.dump({"x": 1}, out)

                state = pickle.load(name)
                assert state["x"] == 1
                """, "with open(name, \"rb\") as file:");
    }

    @Test
    void aTextThatIsNoPath() {
        examples.leavesAlone("""
                import json

                print(json.load('{"a": 1}'))
                """);
    }

    @Test
    void aReaderOfItsOwn() {
        examples.leavesAlone("""
                def load(source):
                    return source.read()

                load("notes.txt")
                """);
    }
}
