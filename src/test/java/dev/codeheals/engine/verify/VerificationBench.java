package dev.codeheals.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.run.Interpreter;
import dev.codeheals.engine.run.Limits;
import dev.codeheals.engine.run.Machine;
import dev.codeheals.engine.run.RunRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How many candidates a second can be tried, warm beside cold, and what a copy and a sandbox cost.
@Tag("bench")
class VerificationBench {
    private static final int CANDIDATES = 40;
    private static final int COLD = 12;

    @TempDir
    Path temp;

    @Test
    void warmBesideCold() throws IOException {
        String calc = "import json, re, collections, logging\ndef add(a, b):\n    return a - b\n";
        rate("script", Machine.python(), TestProject.in(temp, "script").with("calc.py", calc).with("main.py", "from calc import add\nassert add(2, 3) == 5, 'wrong'\n"),
                "python3", "main.py");
        rate("unittest", Machine.python(), TestProject.in(temp, "unittest").with("calc.py", calc).with("test_calc.py", """
                import unittest
                from calc import add
                class T(unittest.TestCase):
                    def test_add(self):
                        self.assertEqual(add(2, 3), 5)
                """), "python3", "-m", "unittest");
        rate("pytest", Machine.pythonWithPytest(), TestProject.in(temp, "pytest").with("calc.py", calc)
                .with("test_calc.py", "from calc import add\ndef test_add():\n    assert add(2, 3) == 5\n"), "python3", "-m", "pytest", "-q");
    }

    private static void rate(String name, Optional<Interpreter> python, TestProject project, String... command) throws IOException {
        assumeTrue(python.isPresent(), "no suitable Python on this machine");
        try (VerificationSession session = project.open(python.orElseThrow(), Machine.sandbox(), 1, command)) {
            SealedDiagnosis target = project.target(session);
            List<CandidatePatch> wrong = IntStream.range(0, CANDIDATES + 5).mapToObj(n -> project.replacing("calc.py", "a - b", "a - b - " + n)).toList();
            screened(session, target, wrong.subList(CANDIDATES, CANDIDATES + 5));
            double warm = perSecond(CANDIDATES, () -> screened(session, target, wrong.subList(0, CANDIDATES)));
            double cold = perSecond(COLD, () -> coldRuns((CopySession) session));
            System.out.printf(Locale.ROOT, "| %s | warm %.1f candidates/s | cold %.1f/s | %.1f x |%n", name, warm, cold, warm / cold);
        }
    }

    private static void screened(VerificationSession session, SealedDiagnosis target, List<CandidatePatch> candidates) {
        try (Stream<VerificationSession.Screened> results = session.screen(candidates.stream(), target)) {
            assertThat(results.toList()).hasSize(candidates.size()).noneMatch(s -> s.verdict().orElseThrow() instanceof Verdict.Plausible);
        }
    }

    private static void coldRuns(CopySession session) {
        IntStream.range(0, COLD).forEach(_ -> assertThat(session.coldRun().passed()).isFalse());
    }

    private interface Job {
        void run() throws IOException;
    }

    private static double perSecond(int count, Job job) throws IOException {
        return count / (nanos(job) / 1e9);
    }

    private static long nanos(Job job) throws IOException {
        long start = System.nanoTime();
        job.run();
        return System.nanoTime() - start;
    }

    @Test
    void aCopyOfFiveThousandFilesIsRefreshedByOneWalk() throws IOException {
        TestProject project = TestProject.in(temp);
        for (int i = 0; i < 5000; i++) {
            project.with("pkg" + i / 20 + "/m" + i + ".py", "x = " + i + "\n" + "# filler\n".repeat(700));
        }
        long fill = nanos(() -> refresh(project));
        List<Long> refreshes = new ArrayList<>();
        List<Long> walks = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Files.writeString(project.root().resolve("pkg0/m1.py"), "x = " + i + "\n");
            refreshes.add(nanos(() -> refresh(project)));
            walks.add(nanos(() -> ProjectScan.of(project.root(), project.cache(), true, Cancellation.none())));
        }
        long walk = walks.stream().sorted().toList().get(4);
        long refresh = refreshes.stream().sorted().toList().get(4);
        System.out.printf(Locale.ROOT, "| 5,000 files | first copy %.0f ms | refresh of one changed %.0f ms | a walk alone %.0f ms | %.1f walks |%n", fill / 1e6,
                refresh / 1e6, walk / 1e6, (double) refresh / walk);
    }

    @Test
    void aCandidateIsAppliedAndTakenOutAgain() throws IOException {
        for (int files : new int[] {50, 500, 5000}) {
            TestProject project = TestProject.in(temp, "of" + files);
            for (int i = 0; i < files; i++) {
                project.with("pkg" + i / 20 + "/m" + i + ".py", "x = " + i + "\n");
            }
            try (ShadowWorkspace workspace = ShadowWorkspace.open(project.root(), project.cache(), true, Cancellation.none())) {
                Mirror mirror = workspace.mirror(Cancellation.none());
                List<FileChange> edit = List.of(new FileChange("pkg1/m21.py", null, "x = 22\n".getBytes(StandardCharsets.UTF_8)));
                double unrun = middle(() -> appliedAndRestored(mirror, edit));
                double run = middle(() -> {
                    mirror.suspect();
                    appliedAndRestored(mirror, edit);
                });
                System.out.printf(Locale.ROOT, "| %,d files | one candidate applied and taken out %.2f ms | after a run, whose leftovers are looked for, %.2f ms |%n", files, unrun, run);
            }
        }
    }

    private static void appliedAndRestored(Mirror mirror, List<FileChange> edit) throws IOException {
        mirror.restore();
        mirror.apply(edit);
        mirror.restore();
    }

    private static double middle(Job job) throws IOException {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 41; i++) {
            times.add(nanos(job));
        }
        return times.stream().sorted().toList().get(20) / 1e6;
    }

    private static void refresh(TestProject project) throws IOException {
        try (ShadowWorkspace workspace = ShadowWorkspace.open(project.root(), project.cache(), true, Cancellation.none())) {
            workspace.mirror(Cancellation.none());
        }
    }

    @Test
    void whatASandboxCosts() throws IOException {
        RunRequest bare = RunRequest.of(Command.of("true"), temp, Limits.STANDARD, dev.codeheals.engine.run.Sandbox.limitsOnly());
        RunRequest boxed = RunRequest.of(Command.of("true"), Path.of("/"), Limits.STANDARD, Machine.sandbox());
        double plain = middle(bare);
        double inside = middle(boxed);
        double light = Machine.namespaces().map(sandbox -> middle(RunRequest.of(Command.of("true"), Path.of("/"), Limits.STANDARD, sandbox))).orElse(0.0);
        System.out.printf(Locale.ROOT, "| start of a program | bare %.1f ms | best sandbox %.1f ms | without bubblewrap %.1f ms |%n", plain, inside, light);
    }

    private static double middle(RunRequest request) {
        return IntStream.range(0, 25).mapToDouble(_ -> Machine.runner().run(request, Cancellation.none()).duration().toNanos() / 1e6).sorted().toArray()[12];
    }
}
