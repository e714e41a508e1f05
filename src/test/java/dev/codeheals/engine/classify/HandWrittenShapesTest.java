package dev.codeheals.engine.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.detect.FailureScanner;
import dev.codeheals.engine.detect.StackFrame;
import dev.codeheals.engine.detect.Traceback;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// Reports as services, test runners, notebooks and people show them, and texts that hold no Python failure at all.
class HandWrittenShapesTest {
    private static final List<String> FILES = List.of("shapes-web.txt", "shapes-tools.txt", "shapes-strangers.txt");

    private final ReBanker reBanker = new ReBanker(Taxonomy.builtIn(), ClusterRules.NONE);

    @Test
    void readsReportsAsACarefulReaderDoes(TestReporter report) {
        Map<String, List<String>> missed = new LinkedHashMap<>();
        int count = 0;
        for (String file : FILES) {
            for (Shape shape : Shape.read(file)) {
                count++;
                List<String> differences = differences(shape);
                if (!differences.isEmpty()) {
                    missed.put(shape.name(), differences);
                }
            }
        }
        report.publishEntry(Map.of("shapes", String.valueOf(count), "missed", String.valueOf(missed.size())));
        assertThat(missed).isEmpty();
        assertThat(count).isGreaterThanOrEqualTo(150);
    }

    @Test
    void findsNothingWhereNoPythonProgramFailed() {
        for (Shape shape : Shape.read("shapes-none.txt")) {
            assertThat(FailureScanner.scan(shape.text())).as(shape.name()).isEmpty();
        }
    }

    private List<String> differences(Shape shape) {
        List<Failure> failures = FailureScanner.scan(shape.text());
        List<String> found = new ArrayList<>();
        if (failures.size() != shape.failures().size()) {
            found.add(failures.size() + " failures: " + failures.stream().map(f -> f.reported().exceptionType()).toList());
            return found;
        }
        for (int i = 0; i < failures.size(); i++) {
            differences(shape, shape.failures().get(i), failures.get(i), found);
        }
        return found;
    }

    private void differences(Shape shape, List<String> wanted, Failure failure, List<String> found) {
        Diagnosis packet = reBanker.classify(failure, ProjectPaths.UNKNOWN).diagnosis();
        differ("type", wanted.get(0), failure.reported().exceptionType(), found);
        differ("message", wanted.get(1), Expectation.withoutSuggestion(failure.reported().summary()).strip(), found);
        differ("place", wanted.get(2), place(ReBanker.frames(failure, ProjectPaths.UNKNOWN)), found);
        if (!Expectation.oneOf(wanted.get(3), packet.errorCode())) {
            found.add("code " + packet.errorCode() + ", not " + wanted.get(3));
        }
        if (!wanted.get(4).isEmpty()) {
            differ("subject", wanted.get(4), String.valueOf(packet.subject()), found);
        }
        List<String> before = failure.chain().subList(0, failure.chain().size() - 1).stream().map(Traceback::exceptionType).toList();
        if (!before.equals(shape.before())) {
            found.add("before it " + before + ", not " + shape.before());
        }
    }

    private static String place(List<StackFrame> frames) {
        return frames.isEmpty() ? "" : frames.getLast().file() + ":" + frames.getLast().line() + ":" + frames.getLast().function();
    }

    private static void differ(String what, String wanted, String got, List<String> found) {
        if (!wanted.equals(got)) {
            found.add(what + " " + got + ", not " + wanted);
        }
    }
}
