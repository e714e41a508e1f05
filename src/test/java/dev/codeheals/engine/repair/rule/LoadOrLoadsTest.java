package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class LoadOrLoadsTest {
    private final RuleExamples examples = RuleExamples.of(new LoadOrLoads());

    @Test
    void textGivenToLoad() {
        examples.heals("""
                import json

                assert json.load('{"a": 1}') == {"a": 1}
                """, "json.loads(");
    }

    @Test
    void aFileGivenToLoads() {
        examples.heals("""
                import json

                with open("a.json") as f:
                    assert json.loads(f) == {"a": 1}
                #--- a.json
                {"a": 1}
                """, "json.load(f)");
    }

    @Test
    void dumpWithoutAFile() {
        examples.heals("""
                import json

                assert json.dump([1]) == "[1]"
                """, "json.dumps([1])");
    }

    @Test
    void dumpsIntoAFile() {
        examples.heals("""
                import json

                with open("o.json", "w") as out:
                    json.dumps([1], out)
                """, "json.dump([1], out)");
    }

    @Test
    void bytesGivenToPickle() {
        examples.heals("""
                import pickle

                assert pickle.load(pickle.dumps(3)) == 3
                """, "pickle.loads(");
    }

    @Test
    void leavesABadDocument() {
        examples.leavesAlone("""
                import json

                json.loads("{")
                """);
    }

    @Test
    void leavesAMissingFile() {
        examples.leavesAlone("""
                import json

                json.load(open("nothing.json"))
                """);
    }

    @Test
    void leavesOtherModules() {
        examples.leavesAlone("""
                class Box:
                    def load(self, fp):
                        return fp.read()

                Box().load("text")
                """);
    }
}
