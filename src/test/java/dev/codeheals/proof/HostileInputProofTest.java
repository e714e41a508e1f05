package dev.codeheals.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.classify.ClusterRules;
import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.classify.ProjectPaths;
import dev.codeheals.engine.classify.ProjectTaxonomies;
import dev.codeheals.engine.classify.ReBanker;
import dev.codeheals.engine.classify.Taxonomy;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.detect.FailureScanner;
import dev.codeheals.engine.guard.DefaultPatchPolicy;
import dev.codeheals.engine.guard.GuardDecision;
import dev.codeheals.engine.guard.GuardSettings;
import dev.codeheals.engine.localize.FaultLocalizer;
import dev.codeheals.engine.localize.RuntimeFacts;
import dev.codeheals.engine.localize.SuspiciousLocation;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// D3, D7: what a program prints and what lies in its folder are not believed.
class HostileInputProofTest {
    private static final List<String> OUTSIDE = List.of("/etc/passwd", "/etc/x.py", "/usr/lib/python3/dist-packages/os.py", "../other/app.py", "~/.bashrc",
            "/proc/self/environ", "C:\\Users\\me\\app.py", "\\\\server\\share\\a.py", "file:///etc/x.py", "/tmp/../etc/x.py", "<string>", "/dev/null",
            "PROJECT/../outside/app.py", "PROJECT/./../outside/app.py", "PROJECT-other/app.py", "PROJECT/link/app.py", "PROJECT/.git/config",
            "PROJECT/venv/lib/x.py", "a\u0000b.py", "/etc/\u202ex.py");
    private static final List<String> ERRORS = List.of("NameError: name 'jsn' is not defined", "KeyError: 'a'", "ModuleNotFoundError: No module named 'x'",
            "SyntaxError: invalid syntax", "TypeError: 'NoneType' object is not iterable", "AttributeError: module 'os' has no attribute 'sytem'",
            "ZeroDivisionError: division by zero", "PermissionError: [Errno 13] Permission denied: '/etc/shadow'", "AssertionError",
            "FileNotFoundError: [Errno 2] No such file or directory: '/etc/x'");

    @TempDir(factory = InMemoryFolder.class)
    Path folder;

    @Test
    void aTracebackPrintedByTheProgramLeadsNowhereOutside() throws IOException {
        Path root = Files.createDirectories(folder.resolve("project")).toRealPath();
        Path outside = Files.createDirectories(folder.resolve("outside")).toRealPath();
        Files.writeString(outside.resolve("app.py"), "print(jsn)\n");
        Files.writeString(root.resolve("app.py"), "print(jsn)\n");
        Files.createSymbolicLink(root.resolve("link"), outside);
        ProjectSnapshot project = ProjectSnapshot.of(root);
        ReBanker reBanker = new ReBanker(Taxonomy.builtIn(), ClusterRules.NONE);
        DefaultPatchPolicy policy = new DefaultPatchPolicy(GuardSettings.STANDARD);
        List<String> wrong = new ArrayList<>();
        int runs = 0;
        int named = 0;
        int opened = 0;
        for (String place : OUTSIDE) {
            String file = place.replace("PROJECT", root.toString());
            opened += believed(root, file) ? ERRORS.size() : 0;
            for (String error : ERRORS) {
                runs++;
                List<Failure> failures = FailureScanner.scan("Traceback (most recent call last):\n  File \"" + file + "\", line 1, in <module>\n    print(jsn)\n"
                        + error + "\n");
                named += failures.isEmpty() ? 0 : 1;
                for (Failure failure : failures) {
                    Diagnosis diagnosis = reBanker.classify(failure, ProjectPaths.of(root)).diagnosis();
                    for (SuspiciousLocation at : FaultLocalizer.rank(failure, diagnosis, RuntimeFacts.NONE, project)) {
                        boolean readable = project.file(at.file()).isPresent() || project.bytes(at.file()).isPresent();
                        if (readable && !project.pythonFiles().contains(at.file())) {
                            wrong.add(error + " leads to " + at);
                        }
                    }
                }
                CandidatePatch believer = new CandidatePatch("model:test/test", "Fix it", List.of(FileEdit.of(file, Replacement.insert(0, "import json\n"))),
                        Tier.A, 0.5, null, "");
                if (policy.check(believer, project) instanceof GuardDecision.Accepted) {
                    wrong.add("may edit " + file);
                }
            }
        }
        ProofTable.add(new ProofTable.Row("D3", "a traceback faked by the program: nothing outside the project is suspected or edited",
                named + " are read as failures", runs, wrong.size(), opened + " lead to a real file outside when the name is believed"));
        assertThat(named).isGreaterThan(runs / 2);
        assertThat(opened).as("without the protection").isPositive();
        assertThat(wrong).isEmpty();
    }

    /// The control: a name taken as it comes leads to a file that is not the project's.
    private static boolean believed(Path root, String file) {
        try {
            Path real = root.resolve(file).toRealPath();
            return Files.isReadable(real) && !Files.isDirectory(real) && !real.startsWith(root);
        } catch (IOException | InvalidPathException _) {
            return false;
        }
    }

    @Test
    void hostileTaxonomyFilesAreLeftOut() throws IOException {
        taxonomies(120);
    }

    @Test
    @Tag("proof")
    void aThousandHostileTaxonomyFilesAreLeftOut() throws IOException {
        taxonomies(1000);
    }

    private void taxonomies(int runs) throws IOException {
        Random random = new Random(7);
        List<String> wrong = new ArrayList<>();
        int told = 0;
        long slowest = 0;
        ThreadMXBean busy = ManagementFactory.getThreadMXBean();
        Path user = Files.createDirectories(folder.resolve("data/taxonomy"));
        String whole = Files.readString(Path.of("taxonomy", "asy.json"));
        for (int i = 0; i < runs; i++) {
            Files.writeString(user.resolve("mine.json"), hostile(whole, random, i));
            List<String> problems = new ArrayList<>();
            AtomicLong now = new AtomicLong();
            ProjectTaxonomies taxonomies = new ProjectTaxonomies(user, now::getAndIncrement, problem -> problems.add(problem.toString()));
            Taxonomy taxonomy = taxonomies.apply(ProjectPaths.of(folder));
            told += problems.isEmpty() ? 0 : 1;
            for (String message : List.of("name 'jsn' is not defined", "a".repeat(5000) + "!", "'" + "x'".repeat(2000))) {
                long start = busy.getCurrentThreadCpuTime();
                boolean known = taxonomy.match("NameError", message).isPresent();
                slowest = Math.max(slowest, busy.getCurrentThreadCpuTime() - start);
                if (!known && message.startsWith("name")) {
                    wrong.add(i + ": the built-in categories are lost");
                }
            }
            if (problems.stream().anyMatch(problem -> !problem.contains("mine.json"))) {
                wrong.add(i + ": " + problems);
            }
        }
        boolean hangs = hangs("(a+)+\\1b", "a".repeat(40) + "!");
        ProofTable.add(new ProofTable.Row("D7", "hostile taxonomy files: told by name, never fatal, the built-in categories stay", "%d told; slowest match %d ms"
                .formatted(told, TimeUnit.NANOSECONDS.toMillis(slowest)), runs, wrong.size(), hangs
                ? "Java's own matcher is at forty letters for more than two seconds" : "Java's own matcher copes too"));
        assertThat(hangs).as("without the protection").isTrue();
        assertThat(told).isGreaterThan(runs / 2);
        assertThat(wrong).isEmpty();
    }

    /// The control: a pattern and a message of that kind, given to a matcher without bounds.
    private static boolean hangs(String pattern, String message) {
        CompletableFuture<Boolean> match = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                match.complete(Pattern.compile(pattern).matcher(new Interruptible(message, match)).find());
            } catch (StackOverflowError | CancellationException over) {
                match.completeExceptionally(over);
            }
        });
        try {
            match.get(2, TimeUnit.SECONDS);
            return false;
        } catch (TimeoutException | InterruptedException | ExecutionException _) {
            return !match.cancel(true) || match.isCancelled();
        }
    }

    /// Lets go of its reader once nobody waits for the match any more.
    private record Interruptible(String text, CompletableFuture<Boolean> wanted) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (wanted.isDone()) {
                throw new CancellationException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }
    }

    private static String hostile(String whole, Random random, int number) {
        StringBuilder text = new StringBuilder(whole);
        int at = random.nextInt(text.length());
        return switch (number % 10) {
            case 0 -> text.substring(0, at);
            case 1 -> "[".repeat(100_000);
            case 2 -> "{\"categories\":" + "[{\"a\":".repeat(20_000);
            case 3 -> whole.replace("\"types\"", "\"tpyes\"");
            case 4 -> whole.replaceAll("\"pattern\": \"[^\"]*\"", "\"pattern\": \"(a+)+\\$|('[^']*')*!\"").replace("RuntimeWarning", "NameError");
            case 5 -> whole.replaceFirst("\"code\": \"[^\"]*\"", "\"code\": \"" + "X".repeat(random.nextInt(100_000)) + "\"");
            case 6 -> whole.replaceAll("\"difficulty\": [0-9.]+", "\"difficulty\": " + (random.nextBoolean() ? "1e999" : "-5"));
            case 7 -> whole.replaceAll("\"pattern\": \"[^\"]*\"", "\"pattern\": \"(" + "(".repeat(random.nextInt(50)) + "\"");
            case 8 -> new String(noise(random), StandardCharsets.ISO_8859_1);
            default -> whole.replaceAll("\"ASY\\.[A-Z_]+\"", "\"RES.NAME_ERROR\"");
        };
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(5000)];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void aTaxonomyFolderFullOfOddThingsIsSurvived() throws IOException {
        Path user = Files.createDirectories(folder.resolve("odd/taxonomy"));
        Files.createDirectory(user.resolve("folder.json"));
        Files.createSymbolicLink(user.resolve("loop.json"), Path.of("loop.json"));
        Files.createSymbolicLink(user.resolve("away.json"), Path.of("/etc/passwd"));
        List<String> problems = new ArrayList<>();

        Taxonomy taxonomy = new ProjectTaxonomies(user, System::nanoTime, problem -> problems.add(problem.toString())).apply(ProjectPaths.of(folder));

        assertThat(taxonomy.match("NameError", "name 'x' is not defined")).isPresent();
        try (Stream<Path> files = Files.list(user)) {
            assertThat(problems).hasSizeLessThanOrEqualTo((int) files.count());
        }
    }
}
