package dev.codeheals.engine.repair.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.codeheals.engine.repair.FileEdit;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whatever a model sends: no exception, no endless work, no edit outside the project.
class ReplyParserPropertyTest {
    private static final int RUNS = 10_000;
    private static final String MAIN = "import os\n\n\ndef total(items):\n    result = 0\n    for item in items:\n        result += item.prise\n    return result\n";
    private static final List<String> SEEDS = List.of(
            "{\"fix_description\": \"x\", \"edits\": [{\"file\": \"main.py\", \"search\": \"item.prise\", \"replace\": \"item.price\"}], \"confidence\": 0.9}",
            "--- a/main.py\n+++ b/main.py\n@@ -5,3 +5,3 @@\n     for item in items:\n-        result += item.prise\n+        result += item.price\n     return result\n",
            "main.py\n<<<<<<< SEARCH\n        result += item.prise\n=======\n        result += item.price\n>>>>>>> REPLACE\n",
            "```python\n# main.py\n" + MAIN.replace("prise", "price") + "```\n",
            "*** Begin Patch\n*** Update File: main.py\n@@\n-    result = 0\n+    result = 1\n*** End Patch\n",
            "I'm sorry, I can't help with that.");
    private static final List<String> PIECES = List.of("{", "}", "[", "]", "\"", "'", "\\", "\n", "\r\n", "```", "@@", "+", "-", "../", "/etc/passwd", "\u0000", "“", "”", "\uD800",
            "<<<<<<< SEARCH", "=======", ">>>>>>> REPLACE", "\"edits\":", "null", "1e999", "-1", "\"\"\"", "# ...", "...", "\t", "--- a/x\n+++ b/y\n", "/dev/null", "{\"file\":", "<think>");

    @Test
    @Timeout(120)
    void tenThousandOddRepliesEndInAnAnswer() {
        TextTree project = TextTree.of("main.py", MAIN, "empty.py", "");
        ReplyParser parser = new ReplyParser(new ReplyScope(project, "main.py", ReplyScope.Restore.NONE));
        for (int seed = 0; seed < RUNS; seed++) {
            String reply = odd(new Random(seed));
            assertThatCode(() -> parser.parse(reply)).as("seed %d", seed).doesNotThrowAnyException();
            if (parser.parse(reply) instanceof ParsedReply.Parsed parsed) {
                for (FileEdit edit : parsed.edits()) {
                    assertThat(edit.file()).as("seed %d", seed).doesNotContain("..").doesNotStartWith("/");
                    assertThatCode(() -> edit.applyTo(project.texts().getOrDefault(edit.file(), ""))).as("seed %d", seed).doesNotThrowAnyException();
                }
            }
        }
    }

    @Test
    void deepAndRepetitiveRepliesAreAnsweredSoon() {
        TextTree project = TextTree.of("main.py", "x = 1\n".repeat(20_000));
        ReplyParser parser = new ReplyParser(new ReplyScope(project, "main.py", ReplyScope.Restore.NONE));
        for (String reply : List.of("[".repeat(400_000), "{".repeat(400_000), "{\"edits\":".repeat(50_000), "```\n".repeat(100_000), "@@\n-x = 1\n".repeat(20_000),
                "\"\"\"".repeat(100_000), "“".repeat(300_000), "<<<<<<< SEARCH\n".repeat(20_000), "<old></x>".repeat(100_000), "<think>\n".repeat(100_000), "(\"a\n".repeat(200_000),
                "a".repeat(900_000))) {
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> parser.parse(reply));
        }
    }

    private static String odd(Random random) {
        StringBuilder reply = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
        for (int i = random.nextInt(8); i > 0; i--) {
            int at = random.nextInt(reply.length() + 1);
            switch (random.nextInt(5)) {
                case 0 -> reply.setLength(at);
                case 1 -> reply.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> reply.delete(at, Math.min(reply.length(), at + random.nextInt(20)));
                case 3 -> reply.insert(at, SEEDS.get(random.nextInt(SEEDS.size())));
                default -> reply.insert(at, (char) random.nextInt(0x3000));
            }
        }
        return reply.toString();
    }
}
