package dev.codeheals.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.guard.DefaultPatchPolicy;
import dev.codeheals.engine.guard.GuardDecision;
import dev.codeheals.engine.guard.GuardSettings;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.repair.UnifiedDiff;
import dev.codeheals.engine.repair.model.ReadReply;
import dev.codeheals.engine.run.Machine;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final int ONE_IN_SO_MANY_ASKED = 50;
    private static final Pattern NAME = Pattern.compile("(?:^|\n)(?:\\+\\+\\+ b/|rename to |\\*\\*\\* Move to: )([^\n]+)|\"file\": \"([^\"]+)\"");

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
        ReadReply reader = new ReadReply(project);
        DefaultPatchPolicy policy = new DefaultPatchPolicy(GuardSettings.STANDARD);
        List<String> wrong = new ArrayList<>();
        long[] times = new long[runs];
        int accepted = 0;
        int believed = 0;
        int disagreed = 0;
        Git git = Git.in(root);
        ThreadMXBean busy = ManagementFactory.getThreadMXBean();
        for (int seed = 0; seed < runs; seed++) {
            String reply = mutated(new Random(seed));
            believed += believed(reply) ? 1 : 0;
            long start = busy.getCurrentThreadCpuTime();
            List<FileEdit> edits = reader.edits(reply);
            if (!edits.isEmpty()) {
                CandidatePatch patch = new CandidatePatch("model:test/test", "Fix it", edits, Tier.A, 0.5, null, "");
                boolean fine = policy.check(patch, project) instanceof GuardDecision.Accepted;
                accepted += fine ? 1 : 0;
                if (fine && (project.changes(patch).isEmpty() || edits.stream().map(FileEdit::file).anyMatch(f -> Path.of(f).normalize().startsWith("..") || f.startsWith("/")
                        || List.of(f.split("/", -1)).contains(".git")))) {
                    wrong.add("seed " + seed);
                }
                times[seed] = busy.getCurrentThreadCpuTime() - start;
                if (fine && git.asked() < runs / ONE_IN_SO_MANY_ASKED && !git.agrees(project.changes(patch).orElseThrow())) {
                    disagreed++;
                    wrong.add("git applies seed " + seed + " otherwise");
                }
            } else {
                times[seed] = busy.getCurrentThreadCpuTime() - start;
            }
        }
        Arrays.sort(times);
        double p99 = times[runs * 99 / 100] / 1e6;
        ProofTable.add(new ProofTable.Row("P3", "mutated diffs and replies: an answer each, none leads outside", ("%d fit; p99 %.1f ms; of %d that"
                + " git was given it applied %d otherwise").formatted(accepted, p99, git.asked(), disagreed), runs, wrong.size(),
                "a reader that takes names as they come would write " + believed + " outside or into git"));
        assertThat(believed).as("without the protection").isPositive();
        assertThat(accepted).isPositive();
        assertThat(wrong).isEmpty();
    }

    /// The control: a name taken as it comes.
    private static boolean believed(String reply) {
        Matcher name = NAME.matcher(reply);
        while (name.find()) {
            String file = name.group(1) == null ? name.group(2) : name.group(1);
            if (file.startsWith("../") || file.startsWith("/") || file.startsWith(".git/")) {
                return true;
            }
        }
        return false;
    }

    /// Applies what we would write, as a diff, with git.
    private static final class Git {
        private final Path root;
        private final boolean there;
        private int asked;

        private Git(Path root, boolean there) {
            this.root = root;
            this.there = there;
        }

        static Git in(Path root) throws IOException {
            return new Git(root, Machine.has("git") && run(root, "", "git", "init", "-q"));
        }

        int asked() {
            return asked;
        }

        boolean agrees(List<FileChange> changes) throws IOException {
            FileChange change = changes.getFirst();
            byte[] before = change.before();
            if (!there || changes.size() != 1 || before == null || Arrays.equals(before, change.after())) {
                return true;
            }
            asked++;
            Path file = root.resolve(change.file());
            boolean applied = run(root, UnifiedDiff.of(changes), "git", "apply", "--whitespace=nowarn", "-");
            boolean same = applied && Arrays.equals(Files.readAllBytes(file), change.after());
            Files.write(file, before);
            return same;
        }

        private static boolean run(Path folder, String input, String... command) throws IOException {
            try {
                Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
                try (OutputStream in = process.getOutputStream()) {
                    in.write(input.getBytes(StandardCharsets.UTF_8));
                }
                return process.waitFor() == 0;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException(interrupted);
            }
        }
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
