package dev.codeheals.engine.repair.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.guard.DefaultPatchPolicy;
import dev.codeheals.engine.guard.GuardDecision;
import dev.codeheals.engine.guard.GuardSettings;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.proof.InMemoryFolder;
import dev.codeheals.proof.ProofTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// P3: mutated diffs and replies, through the reader and the guard.
class ReplyProofTest {
    private static final String MAIN = "import os\n\n\ndef total(items):\n    result = 0\n    for item in items:\n        result += item.prise\n    return result\n";
    private static final List<String> SEEDS = List.of(
            "{\"fix_description\": \"x\", \"edits\": [{\"file\": \"main.py\", \"search\": \"item.prise\", \"replace\": \"item.price\"}], \"confidence\": 0.9}",
            """
            diff --git a/main.py b/main.py
            index 1..2 100644
            --- a/main.py
            +++ b/main.py
            @@ -6,3 +6,3 @@
                 for item in items:
            -        result += item.prise
            +        result += item.price
                 return result
            """,
            "diff --git a/x.py b/../x.py\nsimilarity index 90%\nrename from x.py\nrename to ../x.py\n", "--- /dev/null\n+++ b/.git/hooks/x.py\n@@ -0,0 +1 @@\n+x = 1\n",
            "diff --git a/l b/l\nnew file mode 120000\n--- /dev/null\n+++ b/l\n@@ -0,0 +1 @@\n+/etc\n\\ No newline at end of file\n",
            "diff --git a/s b/s\nnew file mode 160000\n--- /dev/null\n+++ b/s\n@@ -0,0 +1 @@\n+Subproject commit 0\n", "GIT binary patch\nliteral 3\nKcmZQzU|?Wm\n",
            "@@ -999999999,3 +1,99999999999 @@\n x\n-y\n+z\n", "*** Begin Patch\n*** Update File: main.py\n*** Move to: ../main.py\n@@\n-    result = 0\n+    result = 1\n*** End Patch\n",
            "main.py\n<<<<<<< SEARCH\n        result += item.prise\n=======\n        result += item.price\n>>>>>>> REPLACE\n", "```python\n# main.py\n" + MAIN + "```\n");

    @TempDir(factory = InMemoryFolder.class)
    Path folder;

    @Test
    void mutatedRepliesEndInAnAnswer() throws IOException {
        fuzz(3_000);
    }

    @Test
    @Tag("proof")
    void aHundredThousandMutatedRepliesEndInAnAnswer() throws IOException {
        fuzz(100_000);
    }

    private void fuzz(int runs) throws IOException {
        Path root = Files.createDirectories(folder.resolve("project")).toRealPath();
        Files.writeString(root.resolve("main.py"), MAIN);
        ProjectSnapshot project = ProjectSnapshot.of(root);
        ReplyParser parser = new ReplyParser(new ReplyScope(project, "main.py", ReplyScope.Restore.NONE));
        DefaultPatchPolicy policy = new DefaultPatchPolicy(GuardSettings.STANDARD);
        List<String> wrong = new ArrayList<>();
        long[] times = new long[runs];
        int accepted = 0;
        for (int seed = 0; seed < runs; seed++) {
            String reply = mutated(new Random(seed));
            long start = System.nanoTime();
            if (parser.parse(reply) instanceof ParsedReply.Parsed parsed && !parsed.edits().isEmpty()) {
                CandidatePatch patch = new CandidatePatch("model:test/test", "Fix it", parsed.edits(), Tier.A, 0.5, null, "");
                boolean fine = policy.check(patch, project) instanceof GuardDecision.Accepted;
                accepted += fine ? 1 : 0;
                if (fine && (project.changes(patch).isEmpty() || parsed.edits().stream().map(FileEdit::file).anyMatch(f -> Path.of(f).normalize().startsWith("..") || f.startsWith("/")
                        || List.of(f.split("/", -1)).contains(".git")))) {
                    wrong.add("seed " + seed);
                }
            }
            times[seed] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        double p99 = times[runs * 99 / 100] / 1e6;
        ProofTable.add(new ProofTable.Row("P3", "mutated diffs and replies: an answer each, none leads outside (%d fit; p99 %.1f ms)".formatted(accepted, p99), runs,
                wrong.size(), "a reader that takes names as they come would write 4 of " + SEEDS.size() + " seeds outside or into git"));
        assertThat(accepted).isPositive();
        assertThat(wrong).isEmpty();
    }

    private static String mutated(Random random) {
        StringBuilder reply = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
        for (int i = random.nextInt(6); i > 0; i--) {
            int at = random.nextInt(reply.length() + 1);
            switch (random.nextInt(6)) {
                case 0 -> reply.setLength(at);
                case 1 -> reply.insert(at, SEEDS.get(random.nextInt(SEEDS.size())));
                case 2 -> reply.delete(at, Math.min(reply.length(), at + random.nextInt(20)));
                case 3 -> reply.insert(at, (char) random.nextInt(0x3000));
                case 4 -> reply.insert(at, List.of("../", "/", "\0", "\n", "-", "+", "@@", "99999999999", "\uD800", "a/", "b/").get(random.nextInt(11)));
                default -> {
                    if (at < reply.length()) {
                        reply.setCharAt(at, (char) (reply.charAt(at) ^ (1 << random.nextInt(8))));
                    }
                }
            }
        }
        return reply.toString();
    }
}
