package dev.codeheals.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.promote.PromotionResult;
import dev.codeheals.engine.repair.FileChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// P5, P6: files and folders as odd as a disk can hold. Each is changed and taken back to what it was, or left as it is and told.
@EnabledOnOs(OS.LINUX)
class OddFilesProofTest {
    /// All a user can see of a tree, but for the times of folders.
    private static final String SEEN = "find . -type d -printf '%p %y %m %u %g\\n' -o -printf '%p %y %m %u %g %T@ %l\\n' | sort; "
            + "find . -type f | sort | xargs -d '\\n' sha256sum; getfattr -R -h -d -m - . 2>/dev/null; getfacl -R -p . 2>/dev/null || true";

    /// What was made odd beforehand, by a shell in the project; the file is pkg/app.py.
    private static final List<String> BEFORE = """
            chmod 1777 pkg
            chmod 2775 pkg
            setfattr -n user.note -v hello pkg/app.py
            setfattr -n user.long -v $(printf %02000d 1) pkg/app.py
            setfacl -m u:nobody:rw pkg/app.py
            setfacl -d -m u:nobody:rwx pkg
            setfacl -m g:nogroup:r,m::r pkg/app.py
            chown nobody:nogroup pkg/app.py
            chown nobody:nogroup pkg pkg/app.py && chmod 0700 pkg && chmod 0600 pkg/app.py
            chmod 0640 pkg/app.py
            chmod 0444 pkg/app.py
            chmod 0000 pkg/app.py
            chmod 0777 pkg/app.py
            chmod 0555 pkg
            mv pkg/app.py pkg/real.py && ln -s real.py pkg/b && ln -s b pkg/app.py
            mv pkg/app.py real.py && ln -s ../real.py pkg/app.py
            mv pkg/app.py pkg/real.py && ln -s "$PWD/pkg/real.py" pkg/app.py
            mv pkg/app.py pkg/real.py && ln -s app.py pkg/loop && ln -s loop pkg/app.py
            ln pkg/app.py pkg/twin.py
            touch -d @0 pkg/app.py
            touch -d '2100-01-01 00:00:00.123456789' pkg/app.py
            touch -d '1901-12-14' pkg/app.py
            cp pkg/app.py pkg/App.py; cp pkg/app.py pkg/APP.PY
            truncate -s 30M pkg/app.py
            : > pkg/app.py
            printf 'x = 1\\rx = 2\\r' > pkg/app.py
            printf '\\377\\376x\\000' > pkg/app.py
            mkfifo pkg/fifo; mkdir pkg/app.py.d; ln -s /nowhere pkg/broken
            touch pkg/.app.py.swp pkg/app.py~ 'pkg/#app.py#'
            mkdir .git && echo x > .git/index && chmod 0400 .git/index
            """.lines().toList();

    /// What happened between the approval and the change.
    private static final List<String> MEANWHILE = """
            rm pkg/app.py && mkdir pkg/app.py
            rm pkg/app.py && mkfifo pkg/app.py
            rm pkg/app.py && ln -s /etc/passwd pkg/app.py
            rm pkg/app.py && ln -s ../other.py pkg/app.py
            mv pkg/app.py pkg/real.py && ln -s real.py pkg/app.py
            rm pkg/app.py
            rm -r pkg
            rm -r pkg && touch pkg
            mv pkg away && ln -s away pkg
            : > pkg/app.py
            printf 'y = 1\\n' > pkg/app.py
            cp pkg/app.py pkg/n && chmod 0600 pkg/n && mv pkg/n pkg/app.py
            chmod 0444 pkg/app.py
            chmod 4755 pkg/app.py
            ln pkg/app.py pkg/twin.py
            touch pkg/app.py
            echo '# more' >> pkg/app.py
            sed -i 's/$/\\r/' pkg/app.py
            printf '\\357\\273\\277x = 1\\n' > pkg/app.py
            """.lines().toList();

    @TempDir
    Path folder;

    private final List<String> wrong = new ArrayList<>();
    private int promoted;

    @Test
    void everyOddFileIsChangedAndTakenBackOrLeftAndTold() throws IOException, InterruptedException {
        for (String odd : BEFORE) {
            tried(odd, "true");
        }
        for (String meanwhile : MEANWHILE) {
            tried("true", meanwhile);
        }
        int cases = BEFORE.size() + MEANWHILE.size();
        ProofTable.add(new ProofTable.Row("P6", "odd files: changed and taken back to what they were, or left and told", promoted + " changed, "
                + (cases - promoted) + " left", cases, wrong.size(), ""));
        assertThat(wrong).isEmpty();
        assertThat(promoted).isGreaterThan(BEFORE.size() / 2);
    }

    private void tried(String odd, String meanwhile) throws IOException, InterruptedException {
        Path place = Files.createDirectories(folder.resolve("case-" + Integer.toHexString((odd + meanwhile).hashCode())));
        try (Workshop workshop = new Workshop(place)) {
            Path root = workshop.root();
            shell(root, "mkdir pkg && printf 'x = 1\\n' > pkg/app.py && printf 'x = 1\\n' > other.py && touch -d @1000000000.5 pkg/app.py && " + "(" + odd + ")");
            byte[] before = Files.isReadable(root.resolve("pkg/app.py")) ? Files.readAllBytes(root.resolve("pkg/app.py")) : "x = 1\n".getBytes(StandardCharsets.UTF_8);
            shell(root, meanwhile);
            String seen = shell(root, SEEN);
            byte[] after = (new String(before, StandardCharsets.ISO_8859_1) + "x = 2\n").getBytes(StandardCharsets.ISO_8859_1);
            PromotionResult result = workshop.promote(new FileChange("pkg/app.py", before, after), Workshop.change("other.py", "x = 1\n", "x = 3\n"));
            if (result instanceof PromotionResult.Promoted done) {
                promoted++;
                taken(workshop, done.promotionId(), odd + meanwhile, seen, after);
            } else {
                same("left", odd + meanwhile, seen, shell(root, SEEN));
                if (result.message().isBlank()) {
                    wrong.add("not told: " + odd + meanwhile);
                }
            }
            if (workshop.temporaryFiles() > 0) {
                wrong.add("left over: " + odd + meanwhile);
            }
            shell(root, "chmod -R u+rwX . || true");
        }
    }

    private void taken(Workshop workshop, String id, String what, String seen, byte[] after) throws IOException, InterruptedException {
        Path file = workshop.root().resolve("pkg/app.py");
        byte[] written = Files.readAllBytes(file);
        if (!Arrays.equals(written, after)) {
            wrong.add("other bytes: " + what);
        }
        String changed = shell(workshop.root(), SEEN);
        for (String again : List.of("first", "second")) {
            PromotionResult undone = workshop.undo().undo(id);
            same("undo, " + again + " time " + undone.message(), what, seen, shell(workshop.root(), SEEN));
            PromotionResult redone = workshop.undo().redo(id);
            same("redo, " + again + " time " + redone.message(), what, timeless(changed), timeless(shell(workshop.root(), SEEN)));
        }
    }

    private static String timeless(String seen) {
        return seen.replaceAll("\\d+\\.\\d{10}", "");
    }

    private void same(String when, String what, String wanted, String found) {
        if (!found.equals(wanted)) {
            wrong.add(when + ": " + what + "\n" + wanted + "\n--- but\n" + found);
        }
    }

    private static String shell(Path root, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command).directory(root.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
