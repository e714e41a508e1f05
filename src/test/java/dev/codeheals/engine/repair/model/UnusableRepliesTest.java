package dev.codeheals.engine.repair.model;

import static dev.codeheals.engine.repair.model.SampleReplies.PROJECT;
import static dev.codeheals.engine.repair.model.SampleReplies.fault;
import static dev.codeheals.engine.repair.model.SampleReplies.json;
import static dev.codeheals.engine.repair.model.SampleReplies.parse;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What no edit can be made of, and the words for it.
class UnusableRepliesTest {
    @Test
    void codeThatLeavesTheRestOutIsRefused() {
        assertThat(fault("```python\n# app/main.py\nimport json\nimport os\n\n# ... rest of the file unchanged ...\n```")).contains("leaves parts");
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
        ReplyScope scope = new ReplyScope(PROJECT, "app/main.py", (_, _) -> {
            throw new ReplyScope.LeftoverPlaceholder("The placeholder was altered.");
        });
        assertThat(new ReplyParser(scope).parse(json("app/main.py", "item.prise", "item.price"))).isEqualTo(new ParsedReply.Unusable("The placeholder was altered."));
    }

    @Test
    void aHugeReplyIsRefusedAtOnce() {
        assertThat(fault("x".repeat(2_000_000))).contains("too long");
    }

    @Test
    void newLinesThatSayNoPlaceAreRefused() {
        assertThat(fault("```diff\n+import json\n```\n")).contains("has only new lines");
    }

    @Test
    void aBlockThatIsDividedTwiceIsRefused() {
        assertThat(fault("app/tax.py\n<<<<<<< SEARCH\nRATE = \"0.19\"\n=======\nRATE = 0.19\n=======\nRATE = 19\n>>>>>>> REPLACE\n")).contains("must have one");
    }
}
