package dev.codeheals.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codeheals.engine.promote.PromotionResult;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.run.Machine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// P6: undo and redo in any order, between restarts and a person's own edits, in a folder that is a git repository in the middle of work.
class UndoOrdersProofTest {
    private static final List<String> FILES = List.of("a.py", "b.py", "pkg/c.py");
    /// Commands that leave a repository in a state of its own.
    private static final List<String> STATES = """
            true
            git add a.py
            echo staged > a.py && git add a.py && echo more >> a.py
            git rm -q --cached b.py
            git stash -q || true
            git checkout -q -b other && echo o > b.py && git commit -qam o && git checkout -q - && echo m > b.py && git commit -qam m && (git merge -q other || true)
            git checkout -q -b other && echo o > b.py && git commit -qam o && git checkout -q - && echo m > b.py && git commit -qam m && (git rebase -q other || true)
            git bisect start -q
            git checkout -q --detach
            git update-index --assume-unchanged a.py && git update-index --skip-worktree b.py
            touch .git/index.lock
            git worktree add -q ../tree-$$ && git tag v1
            git gc -q
            rm .git/HEAD
            printf 'broken' > .git/index
            """.lines().toList();

    @TempDir
    Path folder;

    /// One promotion as the model sees it: what it found and what it left.
    private record Change(String id, Map<String, String> before, Map<String, String> after) {}

    @Test
    void everyOrderOfUndoAndRedoDoesWhatAModelDoesAndLeavesGitAlone() throws IOException, InterruptedException {
        assumeTrue(Machine.has("git"), "git is not installed");
        List<String> wrong = new ArrayList<>();
        int steps = 0;
        for (int seed = 0; seed < STATES.size(); seed++) {
            Path place = Files.createDirectory(folder.resolve("case-" + seed));
            new Play(place, STATES.get(seed), new Random(seed), wrong).steps(20);
            steps += 20;
        }
        ProofTable.add(new ProofTable.Row("P6", "undo and redo in any order, after restarts and a person's edits; the git folder byte for byte the same",
                STATES.size() + " states of a repository", steps, wrong.size(), ""));
        assertThat(wrong).isEmpty();
    }

    private static final class Play {
        private final Path place;
        private final String state;
        private final Random random;
        private final List<String> wrong;
        private final List<Change> changes = new ArrayList<>();
        private final List<String> standing = new ArrayList<>();
        private final Path root;
        private Workshop workshop;

        Play(Path place, String state, Random random, List<String> wrong) throws IOException, InterruptedException {
            this.place = place;
            this.state = state;
            this.random = random;
            this.wrong = wrong;
            this.workshop = new Workshop(place);
            this.root = workshop.root();
            Process git = new ProcessBuilder("sh", "-c", "mkdir pkg; for f in " + String.join(" ", FILES) + "; do echo start > $f; done; git init -q . && git config user.name x "
                    + "&& git config user.email x@example.org && git add . && git commit -qm first; " + state).directory(root.toFile()).redirectErrorStream(true).start();
            git.getInputStream().readAllBytes();
            git.waitFor();
        }

        void steps(int count) throws IOException {
            Map<String, String> git = Trees.of(root.resolve(".git"));
            for (int i = 0; i < count; i++) {
                Map<String, String> now = texts();
                Map<String, String> wanted = step(now);
                if (!texts().equals(wanted)) {
                    wrong.add(state + " step " + i + ": " + wanted + " but " + texts());
                }
            }
            if (!Trees.of(root.resolve(".git")).equals(git)) {
                wrong.add("touched the repository: " + state);
            }
            workshop.close();
        }

        private Map<String, String> step(Map<String, String> now) throws IOException {
            return switch (random.nextInt(8)) {
                case 0, 1, 2 -> promoted(now);
                case 3, 4 -> reversed(now, true);
                case 5, 6 -> reversed(now, false);
                default -> edited(now);
            };
        }

        private Map<String, String> promoted(Map<String, String> now) {
            Map<String, String> before = new TreeMap<>();
            Map<String, String> after = new TreeMap<>();
            List<FileChange> asked = new ArrayList<>();
            for (String file : FILES) {
                if (random.nextBoolean() || (asked.isEmpty() && file.equals(FILES.getLast()))) {
                    before.put(file, now.get(file));
                    after.put(file, "version " + random.nextInt() + "\n");
                    asked.add(Workshop.change(file, before.get(file), after.get(file)));
                }
            }
            String id = Workshop.promoted(workshop.promote(asked.toArray(FileChange[]::new)));
            changes.add(new Change(id, before, after));
            standing.add(id);
            return with(now, after);
        }

        private Map<String, String> reversed(Map<String, String> now, boolean undo) {
            if (changes.isEmpty()) {
                return now;
            }
            Change change = changes.get(random.nextInt(changes.size()));
            Map<String, String> found = undo ? change.after() : change.before();
            boolean possible = standing.contains(change.id()) == undo && now.entrySet().containsAll(found.entrySet());
            PromotionResult result = undo ? workshop.undo().undo(change.id()) : workshop.undo().redo(change.id());
            boolean done = result instanceof PromotionResult.Promoted;
            if (done != possible || result.message().isBlank()) {
                wrong.add((undo ? "undo " : "redo ") + "should " + (possible ? "" : "not ") + "be done: " + result.message());
            }
            if (done && undo) {
                standing.remove(change.id());
            } else if (done) {
                standing.add(change.id());
            }
            return done ? with(now, undo ? change.before() : change.after()) : now;
        }

        private Map<String, String> edited(Map<String, String> now) throws IOException {
            workshop.close();
            workshop = new Workshop(place);
            String file = FILES.get(random.nextInt(FILES.size()));
            Files.writeString(root.resolve(file), "mine " + random.nextInt(3) + "\n");
            return with(now, Map.of(file, Files.readString(root.resolve(file))));
        }

        private static Map<String, String> with(Map<String, String> now, Map<String, String> change) {
            Map<String, String> texts = new TreeMap<>(now);
            texts.putAll(change);
            return texts;
        }

        private Map<String, String> texts() throws IOException {
            Map<String, String> texts = new TreeMap<>();
            for (String file : FILES) {
                texts.put(file, new String(Files.readAllBytes(root.resolve(file)), StandardCharsets.UTF_8));
            }
            return texts;
        }
    }
}
