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

    @Test
    void aTextThatNamesAFile() {
        examples.heals("""
                import json
                open('cfg.json', 'w').write('{}')
                name = 'cfg.json'
                data = json.load(name)
                assert data == {}
                """, "with open(name, encoding=\"utf-8\") as file:");
    }

    @Test
    void aTableOfSettings() {
        examples.heals("""
                import pathlib
                import tomllib
                spot = pathlib.Path('s.toml')
                spot.write_text('a = 1')
                def settings():
                    return tomllib.load(spot)
                assert settings() == {'a': 1}
                """, "with open(spot, \"rb\") as file:");
    }

    @Test
    void propertiesOfAList() {
        examples.heals("""
                import pathlib
                import plistlib
                place = pathlib.Path('p.plist')
                place.write_bytes(plistlib.dumps({'k': 2}))
                read = plistlib.load(place)
                assert read['k'] == 2
                """, "with open(place, \"rb\") as file:");
    }

    @Test
    void aNumberForAFile() {
        examples.leavesAlone("""
                import json
                json.load(3)
                """);
    }
}
