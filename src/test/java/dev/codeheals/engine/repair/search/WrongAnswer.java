package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.classify.Severity;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.detect.FailureScanner;
import dev.codeheals.engine.localize.RuntimeFacts;
import dev.codeheals.engine.localize.SuspiciousLocation;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.HealContexts;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.repair.RepairRequest;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.run.Interpreter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// A module {@code program.py} with a wrong answer in it, all of whose lines are suspected alike.
final class WrongAnswer {
    private static final String REPORT = """
            Traceback (most recent call last):
              File "test_program.py", line 8, in test_it
                self.assertEqual(answer(), 3)
            """;

    private final Path folder;
    private final String program;
    private final String raised;

    WrongAnswer(Path folder, String program) {
        this(folder, program, "AssertionError: 4 != 3");
    }

    /// @param raised the last line of the report: {@code RecursionError: maximum recursion depth exceeded}
    WrongAnswer(Path folder, String program, String raised) {
        this.folder = folder;
        this.program = program;
        this.raised = raised;
    }

    /// The texts of the module after each candidate, the likeliest first.
    List<String> repaired() {
        return candidates().stream().map(this::applied).toList();
    }

    /// The sources of the candidates after which the module has that line.
    List<String> sources(String line) {
        return candidates().stream().filter(candidate -> applied(candidate).contains(line)).map(CandidatePatch::source).toList();
    }

    private List<CandidatePatch> candidates() {
        try {
            Files.writeString(folder.resolve("program.py"), program);
            return new SearchSource().candidates(request(ProjectSnapshot.of(folder))).limit(400).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String applied(CandidatePatch candidate) {
        return candidate.edits().getFirst().applyTo(program);
    }

    private RepairRequest request(ProjectSnapshot project) {
        Failure failure = FailureScanner.scan(REPORT + raised + "\n").getFirst();
        Diagnosis diagnosis = new Diagnosis("TST.ASSERT", "TST.ASSERT", Severity.RECOVERABLE, 0.5, "", 1.0, failure.reported().exceptionType(),
                failure.reported().message(), null, null, null, null, null, "python");
        Interpreter python = new Interpreter(Path.of("/usr/bin/python3"), 3, 12, "3.12.1", Set.of(), Set.of(), false, List.of());
        int lines = (int) program.lines().count();
        List<SuspiciousLocation> places = IntStream.rangeClosed(1, lines).mapToObj(line -> new SuspiciousLocation("program.py", line, 1.0, "")).toList();
        return new RepairRequest(SealedDiagnosis.seal(diagnosis), failure, List.of(), project, places, RuntimeFacts.NONE, python,
                Command.of("python3", "-m", "unittest"), HealContexts.NONE, List.of(), Cancellation.none());
    }
}
