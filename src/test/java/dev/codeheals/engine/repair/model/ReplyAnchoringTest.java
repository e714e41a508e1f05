package dev.codeheals.engine.repair.model;

import static dev.codeheals.engine.repair.model.SampleReplies.OTHER;
import static dev.codeheals.engine.repair.model.SampleReplies.applied;
import static dev.codeheals.engine.repair.model.SampleReplies.assertHeals;
import static dev.codeheals.engine.repair.model.SampleReplies.json;
import static dev.codeheals.engine.repair.model.SampleReplies.parsed;
import static dev.codeheals.engine.repair.model.SampleReplies.scope;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Where old text that is not quite the file's belongs, and how new text takes the file's form.
class ReplyAnchoringTest {
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
    void theKindOfQuotesDoesNotMatterForAnchoring() {
        assertHeals(json("app/tax.py", "RATE = '0.19'", "RATE = 0.19"), "app/tax.py", "RATE = \"0.19\"", "RATE = 0.19");
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
    void aBareFileNameMeansTheOnlyFileThatEndsSo() {
        assertHeals(json("main.py", "item.prise", "item.price"), "item.prise", "item.price");
    }

    @Test
    void anEditThatNamesNoFileIsOfTheCodeUnderTestWhereTheTestFailed() {
        String roman = "PAIRS = [(5, 'V'), (1, 'I')]\n\n\ndef roman(n):\n    text = ''\n    return text + 'I' * n\n";
        TextTree tree = TextTree.of("roman.py", roman,
                "test_roman.py", "from roman import roman\n\n\ndef test_few():\n    assert roman(4) == 'IV'\n");
        for (String reply : List.of("{\"search\": \"return text + 'I' * n\", \"replace\": \"return text + 'IV'\"}",
                "```python\ndef roman(n):\n    text = ''\n    return text + 'IV'\n```\n")) {
            ParsedReply parsed = new ReplyParser(scope(tree, "test_roman.py")).parse(reply);
            assertThat(applied(tree, (ParsedReply.Parsed) parsed)).containsOnly(Map.entry("roman.py", roman.replace("'I' * n", "'IV'")));
        }
    }
}
