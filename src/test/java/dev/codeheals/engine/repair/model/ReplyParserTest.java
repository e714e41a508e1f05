package dev.codeheals.engine.repair.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeheals.engine.repair.FileEdit;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReplyParserTest {
    private static final String MAIN = """
            import os

            class Cart:
                def __init__(self):
                    self.items = []

                def total(self):
                    result = 0
                    for item in self.items:
                        result += item.prise
                    return result

                def clear(self):
                    self.items = []

            def load(path):
                with open(path) as f:
                    return json.load(f)
            """;
    private static final String OTHER = """
            RATE = "0.19"

            def tax(amount):
                return amount * RATE
            """;
    private final TextTree project = TextTree.of("app/main.py", MAIN, "app/tax.py", OTHER);

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
    void onlyLinesThatDifferAreReplaced() {
        ParsedReply.Parsed parsed = parsed(json("app/main.py", "import os\n\nclass Cart:", "import json\nimport os\n\nclass Cart:"));
        assertThat(parsed.edits().getFirst().replacements()).singleElement().satisfies(change -> {
            assertThat(change.start()).isZero();
            assertThat(change.end()).isZero();
            assertThat(change.text()).isEqualTo("import json\n");
        });
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
    void theKindOfQuotesDoesNotMatterForAnchoring() {
        assertHeals(json("app/tax.py", "RATE = '0.19'", "RATE = 0.19"), "app/tax.py", "RATE = \"0.19\"", "RATE = 0.19");
    }

    @Test
    void otherNamesForTheFieldsAreUnderstood() {
        assertHeals("""
                {"description": "Fix", "changes": [{"path": "app/main.py", "old_string": "item.prise", "new_string": "item.price"}], "confidence": "85%"}""",
                "item.prise", "item.price");
    }

    @Test
    void aDiffWithWrongLineNumbersIsAnchoredByItsText() {
        assertHeals("""
                ```diff
                --- a/app/main.py
                +++ b/app/main.py
                @@ -100,7 +100,7 @@ class Cart
                     def total(self):
                         result = 0
                         for item in self.items:
                -            result += item.prise
                +            result += item.price
                         return result
                ```
                """, "item.prise", "item.price");
    }

    @Test
    void aDiffThatLostItsLeadingBlanksIsAnchored() {
        assertHeals("""
                ```diff
                --- app/main.py
                +++ app/main.py
                @@ @@
                def total(self):
                    result = 0
                    for item in self.items:
                -        result += item.prise
                +        result += item.price
                    return result
                ```
                """, "item.prise", "item.price");
    }

    @Test
    void aBareDiffInProseIsRead() {
        assertHeals("""
                I would change one line.

                diff --git a/app/main.py b/app/main.py
                index 123..456 100644
                --- a/app/main.py
                +++ b/app/main.py
                @@ -1,2 +1,3 @@
                +import json
                 import os


                Let me know whether it works!
                """, "import os\n", "import json\nimport os\n");
    }

    @Test
    void aDiffOfTwoFilesIsRead() {
        ParsedReply.Parsed parsed = parsed("""
                --- a/app/main.py
                +++ b/app/main.py
                @@ -1 +1,2 @@
                 import os
                +import json
                --- a/app/tax.py
                +++ b/app/tax.py
                @@ -1 +1 @@
                -RATE = "0.19"
                +RATE = 0.19
                """);
        assertThat(applied(parsed)).containsEntry("app/main.py", MAIN.replace("import os\n", "import os\nimport json\n"))
                .containsEntry("app/tax.py", OTHER.replace("\"0.19\"", "0.19"));
    }

    @Test
    void aDiffThatCreatesAFileIsRead() {
        ParsedReply.Parsed parsed = parsed("""
                --- /dev/null
                +++ b/app/helper.py
                @@ -0,0 +1,2 @@
                +def help():
                +    return 1
                """);
        assertThat(parsed.edits()).singleElement().satisfies(edit -> {
            assertThat(edit.creates()).isTrue();
            assertThat(edit.file()).isEqualTo("app/helper.py");
            assertThat(edit.applyTo("")).isEqualTo("def help():\n    return 1\n");
        });
    }

    @Test
    void aPatchBlockOfAnotherToolIsRead() {
        assertHeals("""
                *** Begin Patch
                *** Update File: app/main.py
                @@ def total(self):
                         for item in self.items:
                -            result += item.prise
                +            result += item.price
                *** End Patch
                """, "item.prise", "item.price");
    }

    @Test
    void blocksOfOldAndNewTextAreRead() {
        assertHeals("""
                app/main.py
                ```python
                <<<<<<< SEARCH
                            result += item.prise
                =======
                            result += item.price
                >>>>>>> REPLACE
                ```
                """, "item.prise", "item.price");
    }

    @Test
    void aWholeFileInAFenceBecomesTheLinesThatDiffer() {
        ParsedReply.Parsed parsed = parsed("Here is the corrected `app/main.py`:\n```python\n" + MAIN.replace("prise", "price").replace("import os", "import json\nimport os")
                + "```\n");
        assertThat(applied(parsed)).containsEntry("app/main.py", MAIN.replace("prise", "price").replace("import os", "import json\nimport os"));
        assertThat(parsed.edits().getFirst().replacements()).hasSize(2);
    }

    @Test
    void aWholeFileWithoutANameIsTheFailingOne() {
        assertHeals("```python\n" + MAIN.replace("prise", "price") + "```\n", "item.prise", "item.price");
    }

    @Test
    void oneFunctionInAFenceReplacesTheOneOfItsName() {
        assertHeals("""
                ```python
                def total(self):
                    result = 0
                    for item in self.items:
                        result += item.price
                    return result
                ```
                """, "item.prise", "item.price");
    }

    @Test
    void aFewLinesInAFenceAreAnchoredByTheirEnds() {
        assertHeals("""
                ```python
                result = 0
                for item in self.items:
                    result += item.price
                return result
                ```
                """, "item.prise", "item.price");
    }

    @Test
    void codeThatLeavesTheRestOutIsRefused() {
        assertThat(fault("```python\n# app/main.py\nimport json\nimport os\n\n# ... rest of the file unchanged ...\n```")).contains("leaves parts");
    }

    @Test
    void changedIndentationIsTranslated() {
        assertHeals(json("app/main.py", "for item in self.items:\n  result += item.prise\nreturn result",
                "for item in self.items:\n  if item:\n    result += item.price\nreturn result"),
                "            result += item.prise\n", "            if item:\n                result += item.price\n");
    }

    @Test
    void tabsInTheReplyBecomeTheSpacesOfTheFile() {
        assertHeals(json("app/main.py", "\tdef clear(self):\n\t\tself.items = []", "\tdef clear(self):\n\t\tif self.items:\n\t\t\tself.items = []"),
                "    def clear(self):\n        self.items = []\n", "    def clear(self):\n        if self.items:\n            self.items = []\n");
    }

    @Test
    void smartQuotesInCodeBecomePlainOnesButNotInsideStrings() {
        ParsedReply.Parsed parsed = parsed(json("app/tax.py", "RATE = “0.19”", "RATE = float(“it’s 0.19”)  # “so”"));
        assertThat(applied(parsed)).containsEntry("app/tax.py", OTHER.replace("\"0.19\"", "float(\"it’s 0.19\")  # “so”"));
    }

    @Test
    void windowsLineEndingsAreKept() {
        TextTree windows = TextTree.of("a.py", "x = 1\r\ny = two\r\nz = 3\r\n");
        ParsedReply parsed = new ReplyParser(scope(windows, "a.py")).parse(json("a.py", "x = 1\ny = two", "x = 1\nw = 0\ny = 2"));
        assertThat(applied(windows, (ParsedReply.Parsed) parsed)).containsEntry("a.py", "x = 1\r\nw = 0\r\ny = 2\r\nz = 3\r\n");
    }

    @Test
    void aReplyWithWindowsLineEndingsFitsAFileWithout() {
        assertHeals(json("app/main.py", "import os\r\n\r\nclass Cart:\r\n", "import json\r\nimport os\r\n\r\nclass Cart:\r\n"),
                "import os\n", "import json\nimport os\n");
    }

    @Test
    void aLastLineWithoutANewlineStaysSo() {
        TextTree open = TextTree.of("a.py", "x = 1\ny = two");
        ParsedReply parsed = new ReplyParser(scope(open, "a.py")).parse(json("a.py", "y = two\n", "y = 2\nz = 3\n"));
        assertThat(applied(open, (ParsedReply.Parsed) parsed)).containsEntry("a.py", "x = 1\ny = 2\nz = 3");
    }

    @Test
    void aStaleLineIsFoundByLikeness() {
        assertHeals(json("app/main.py", "        for item in self.all_items:\n            result += item.prise\n        return result",
                "        for item in self.all_items:\n            result += item.price\n        return result"), "item.prise", "item.price");
    }

    @Test
    void copiedLineNumbersAreDropped() {
        assertHeals(json("app/main.py", " 9 |         for item in self.items:\n10 |             result += item.prise",
                " 9 |         for item in self.items:\n10 |             result += item.price"), "item.prise", "item.price");
    }

    @Test
    void twoEditsInTwoFilesAreRead() {
        ParsedReply.Parsed parsed = parsed("""
                {"edits": [{"file": "app/main.py", "search": "item.prise", "replace": "item.price"},
                           {"file": "./app/tax.py", "search": "RATE = \\"0.19\\"", "replace": "RATE = 0.19"}]}""");
        assertThat(applied(parsed)).containsEntry("app/main.py", MAIN.replace("prise", "price")).containsEntry("app/tax.py", OTHER.replace("\"0.19\"", "0.19"));
    }

    @Test
    void aBareFileNameMeansTheOnlyFileThatEndsSo() {
        assertHeals(json("main.py", "item.prise", "item.price"), "item.prise", "item.price");
    }

    @Test
    void anEmptySearchCreatesAFile() {
        ParsedReply.Parsed parsed = parsed(json("app/new.py", "", "VALUE = 1"));
        assertThat(parsed.edits()).singleElement().satisfies(edit -> {
            assertThat(edit.creates()).isTrue();
            assertThat(edit.applyTo("")).isEqualTo("VALUE = 1\n");
        });
    }

    @Test
    void oldTextThatFitsTwiceIsRefusedWithItsLines() {
        assertThat(fault(json("app/main.py", "        self.items = []", "        self.items = {}"))).contains("2 places").contains("[5, 14]");
    }

    @Test
    void oldTextThatIsNowhereIsRefused() {
        assertThat(fault(json("app/main.py", "raise SystemExit(42)", "pass"))).contains("is not in app/main.py");
    }

    @Test
    void linesTheReplyForgotDoNotVanish() {
        assertThat(fault(json("app/main.py", "        result = 0\n            result += item.prise\n        return result",
                "        return sum(item.price for item in self.items)"))).contains("leaves out line 9");
    }

    @Test
    void aPathOutsideTheProjectIsRefused() {
        for (String path : new String[] {"../evil.py", "/etc/passwd", "C:\\Windows\\x.py", "~/x.py", "app/../../x.py"}) {
            assertThat(fault(json(path, "", "x = 1"))).as(path).contains("not a path within the project");
        }
    }

    @Test
    void deletingAFileIsRefused() {
        assertThat(fault("--- a/app/tax.py\n+++ /dev/null\n@@ -1 +0,0 @@\n-RATE = 1\n")).contains("cannot be deleted");
    }

    @Test
    void anEditThatChangesNothingIsRefused() {
        assertThat(fault(json("app/main.py", "import os", "import os"))).contains("change nothing");
    }

    @Test
    void contradictingEditsAreRefused() {
        assertThat(fault("""
                {"edits": [{"file": "app/main.py", "search": "import os", "replace": "import json"},
                           {"file": "app/main.py", "search": "import os", "replace": "import sys"}]}""")).contains("same lines");
    }

    @Test
    void aCutJsonObjectIsNamedAsCut() {
        assertThat(fault("{\"fix_description\": \"Import json\", \"edits\": [{\"file\": \"app/main.py\", \"sea")).contains("ends in the middle");
    }

    @Test
    void aCutFenceIsNamedAsCut() {
        assertThat(fault("```python\nimport json\nimport os\n\nclass Cart:\n    def __init__(self):\n")).contains("ends in the middle");
    }

    @Test
    void aRefusalIsARefusal() {
        assertThat(parse("I'm sorry, but I can't help with that.")).isInstanceOf(ParsedReply.Refusal.class);
        assertThat(parse("I’m sorry, I cannot assist.")).isInstanceOf(ParsedReply.Refusal.class);
    }

    @Test
    void noEditsWithAnExplanationIsNoFault() {
        assertThat(parse("{\"fix_description\": \"\", \"explanation\": \"The server is down.\", \"edits\": []}"))
                .isEqualTo(new ParsedReply.Refusal("The model proposes no edit: The server is down"));
    }

    @Test
    void proseInAnotherLanguageHoldsNoEdit() {
        assertThat(fault("Die Klasse hat kein solches Attribut. Bitte prüfen Sie den Namen.")).contains("holds no edit");
    }

    @Test
    void anAlteredPlaceholderIsRefused() {
        ReplyScope scope = new ReplyScope(project, "app/main.py", (_, _) -> {
            throw new ReplyScope.LeftoverPlaceholder("The placeholder was altered.");
        });
        assertThat(new ReplyParser(scope).parse(json("app/main.py", "item.prise", "item.price"))).isEqualTo(new ParsedReply.Unusable("The placeholder was altered."));
    }

    @Test
    void aHugeReplyIsRefusedAtOnce() {
        assertThat(fault("x".repeat(2_000_000))).contains("too long");
    }

    private void assertHeals(String reply, String old, String fresh) {
        assertHeals(reply, "app/main.py", old, fresh);
    }

    private void assertHeals(String reply, String file, String old, String fresh) {
        assertThat(applied(parsed(reply))).containsOnly(Map.entry(file, project.texts().getOrDefault(file, "").replace(old, fresh)));
    }

    private ParsedReply.Parsed parsed(String reply) {
        assertThat(parse(reply)).isInstanceOf(ParsedReply.Parsed.class);
        return (ParsedReply.Parsed) parse(reply);
    }

    private String fault(String reply) {
        assertThat(parse(reply)).isInstanceOf(ParsedReply.Unusable.class);
        return ((ParsedReply.Unusable) parse(reply)).fault();
    }

    private ParsedReply parse(String reply) {
        return new ReplyParser(scope(project, "app/main.py")).parse(reply);
    }

    private static ReplyScope scope(TextTree tree, String failing) {
        return new ReplyScope(tree, failing, ReplyScope.Restore.NONE);
    }

    private Map<String, String> applied(ParsedReply.Parsed parsed) {
        return applied(project, parsed);
    }

    private static Map<String, String> applied(TextTree tree, ParsedReply.Parsed parsed) {
        Map<String, String> after = new TreeMap<>();
        for (FileEdit edit : parsed.edits()) {
            after.put(edit.file(), edit.applyTo(tree.texts().getOrDefault(edit.file(), "")));
        }
        return after;
    }

    private static String json(String file, String search, String replace) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode().put("fix_description", "Fix it").put("confidence", 0.9);
        reply.putArray("edits").addObject().put("file", file).put("search", search).put("replace", replace);
        return reply.toString();
    }
}
