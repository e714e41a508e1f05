package dev.codeheals.engine.repair.model;

import static dev.codeheals.engine.repair.model.SampleReplies.MAIN;
import static dev.codeheals.engine.repair.model.SampleReplies.OTHER;
import static dev.codeheals.engine.repair.model.SampleReplies.applied;
import static dev.codeheals.engine.repair.model.SampleReplies.assertHeals;
import static dev.codeheals.engine.repair.model.SampleReplies.json;
import static dev.codeheals.engine.repair.model.SampleReplies.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The JSON that was asked for, and what models make of it.
class ReplyParserTest {
    @Test
    void theJsonAskedForIsRead() {
        ParsedReply.Parsed parsed = parsed("""
                {"fix_description": "Import json", "explanation": "json is used but never imported.",
                 "edits": [{"file": "app/main.py", "search": "import os\\n", "replace": "import json\\nimport os\\n"}], "confidence": 0.93}""");
        assertThat(parsed.description()).isEqualTo("Import json");
        assertThat(parsed.explanation()).isEqualTo("json is used but never imported.");
        assertThat(parsed.confidence()).isEqualTo(0.93);
        assertThat(applied(parsed)).containsEntry("app/main.py", MAIN.replace("import os\n", "import json\nimport os\n"));
    }

    @Test
    void jsonInProseIsFound() {
        assertHeals("Sure! Here is the fix {not json}:\n\n" + json("app/main.py", "item.prise", "item.price") + "\n\nHope {this} helps.",
                "item.prise", "item.price");
    }

    @Test
    void jsonInAFenceIsFound() {
        assertHeals("The attribute is misspelt.\n```json\n" + json("app/main.py", "result += item.prise", "result += item.price") + "\n```",
                "item.prise", "item.price");
    }

    @Test
    void jsonWithThoughtsBeforeItIsRead() {
        assertHeals("<think>maybe {\"edits\": [] } or so</think>" + json("app/main.py", "item.prise", "item.price"), "item.prise", "item.price");
    }

    @Test
    void jsonWithCurlyQuotesForQuotesIsRead() {
        assertHeals("{“fix_description”: “x”, “edits”: [{“file”: “app/main.py”, “search”: “item.prise”, “replace”: “item.price”}]}",
                "item.prise", "item.price");
    }

    @Test
    void jsonWithCommentsTrailingCommasAndRawNewlinesIsRead() {
        assertHeals("""
                {
                  // the fix
                  'edits': [{'file': 'app/main.py', 'search': 'def load(path):
                    with open(path) as f:', 'replace': 'def load(path):
                    with open(path, "rb") as f:',}],
                }""", "open(path)", "open(path, \"rb\")");
    }

    @Test
    void jsonWithPythonStringsIsRead() {
        assertHeals("{\"edits\": [{\"file\": \"app/main.py\", \"search\": \"\"\"item.prise\"\"\", \"replace\": \"\"\"item.get(\"price\")\n\"\"\"}]}",
                "item.prise", "item.get(\"price\")");
    }

    @Test
    void otherNamesForTheFieldsAreUnderstood() {
        assertHeals("""
                {"description": "Fix", "changes": [{"path": "app/main.py", "old_string": "item.prise", "new_string": "item.price"}], "confidence": "85%"}""",
                "item.prise", "item.price");
    }

    @Test
    void twoEditsInTwoFilesAreRead() {
        ParsedReply.Parsed parsed = parsed("""
                {"edits": [{"file": "app/main.py", "search": "item.prise", "replace": "item.price"},
                           {"file": "./app/tax.py", "search": "RATE = \\"0.19\\"", "replace": "RATE = 0.19"}]}""");
        assertThat(applied(parsed)).containsEntry("app/main.py", MAIN.replace("prise", "price")).containsEntry("app/tax.py", OTHER.replace("\"0.19\"", "0.19"));
    }

    @Test
    void anEmptySearchCreatesAFile() {
        ParsedReply.Parsed parsed = parsed(json("app/new.py", "", "VALUE = 1"));
        assertThat(parsed.edits()).singleElement().satisfies(edit -> {
            assertThat(edit.creates()).isTrue();
            assertThat(edit.applyTo("")).isEqualTo("VALUE = 1\n");
        });
    }
}
