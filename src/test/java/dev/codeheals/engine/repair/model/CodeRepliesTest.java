package dev.codeheals.engine.repair.model;

import static dev.codeheals.engine.repair.model.SampleReplies.MAIN;
import static dev.codeheals.engine.repair.model.SampleReplies.OTHER;
import static dev.codeheals.engine.repair.model.SampleReplies.applied;
import static dev.codeheals.engine.repair.model.SampleReplies.assertHeals;
import static dev.codeheals.engine.repair.model.SampleReplies.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Replies that are code: diffs, blocks of old and new text, fenced files and functions.
class CodeRepliesTest {
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
                --- app/tax.py
                +++ app/tax.py
                @@ @@
                def tax(amount):
                -    return amount * RATE
                +    return amount * float(RATE)
                ```
                """, "app/tax.py", "* RATE", "* float(RATE)");
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
}
