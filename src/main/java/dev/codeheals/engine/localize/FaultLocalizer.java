package dev.codeheals.engine.localize;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.detect.StackFrame;
import dev.codeheals.engine.detect.Traceback;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.PythonParser;
import dev.codeheals.engine.source.SourceTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Ranks where the fault may lie.
///
/// An exception points at its innermost project frame, then at its callers and at the places the values used there came from, two steps back. A wrong
/// answer, and an exception in the test's own lines, points at the lines that failing tests run and passing tests do not (Ochiai's
/// coefficient).
public final class FaultLocalizer {
    private static final int MOST = 60;
    private static final double PER_CALLER = 0.7;
    private static final double IN_TEST = 0.3;
    /// A crash is seldom caused far from its frames, but it happens.
    private static final double BESIDE_FRAMES = 0.35;
    private static final Set<String> WRONG_ANSWERS = Set.of("AssertionError", "Failed", "ComparisonFailure", "DocTestFailure");

    private final SourceTree tree;
    private final Map<Place, SuspiciousLocation> found = new LinkedHashMap<>();
    private final Map<String, Optional<Parsed>> parsed = new HashMap<>();

    private record Place(String file, int line) {}

    private FaultLocalizer(SourceTree tree) {
        this.tree = tree;
    }

    /// At most 60 places, most suspicious first.
    public static List<SuspiciousLocation> rank(Failure failure, Diagnosis diagnosis, RuntimeFacts facts, SourceTree tree) {
        FaultLocalizer localizer = new FaultLocalizer(tree);
        localizer.frames(failure, diagnosis, facts);
        boolean wrongAnswer = WRONG_ANSWERS.contains(diagnosis.exceptionType()) || localizer.onlyTests()
                || (diagnosis.file() != null && isTest(diagnosis.file()));
        Spectrum.suspicion(facts.coverage()).forEach((file, lines) -> lines.forEach((line, suspicion) -> {
            if (!isTest(file)) {
                localizer.addIndependent(file, line, wrongAnswer ? suspicion : suspicion * BESIDE_FRAMES, "run by failing tests");
            }
        }));
        return localizer.found.values().stream().sorted(Comparator.comparingDouble(SuspiciousLocation::suspicion).reversed()).limit(MOST).toList();
    }

    private void frames(Failure failure, Diagnosis diagnosis, RuntimeFacts facts) {
        if (diagnosis.file() != null && diagnosis.line() != null) {
            add(diagnosis.file(), diagnosis.line(), weight(diagnosis.file(), 1), "raised here");
        }
        double weight = 1;
        for (Place place : places(failure, facts)) {
            add(place.file(), place.line(), weight(place.file(), weight), weight == 1 ? "raised here" : "on the way to the failure");
            double own = weight;
            for (SuspiciousLocation producer : producers(place)) {
                add(producer.file(), producer.line(), weight(producer.file(), own * producer.suspicion()), producer.why());
                producers(new Place(producer.file(), producer.line()))
                        .forEach(p -> add(p.file(), p.line(), weight(p.file(), own * producer.suspicion() * p.suspicion()), p.why()));
            }
            weight *= PER_CALLER;
        }
    }

    private List<SuspiciousLocation> producers(Place place) {
        return parsed(place.file()).map(source -> new Producers(source, this::parsed, tree.pythonFiles()).of(place.line())).orElse(List.of());
    }

    /// The project's frames, innermost first: of the reported exception, then of what caused it.
    private List<Place> places(Failure failure, RuntimeFacts facts) {
        List<Place> places = new ArrayList<>();
        for (Traceback exception : failure.chain().reversed()) {
            for (StackFrame frame : exception.frames().reversed()) {
                project(frame.file()).filter(_ -> frame.line() > 0).ifPresent(file -> places.add(new Place(file, frame.line())));
            }
        }
        facts.frames().reversed().forEach(frame -> places.add(new Place(frame.file(), frame.line())));
        return places.stream().distinct().limit(12).toList();
    }

    /// The project file a printed path means: the one whose whole path it ends with.
    private Optional<String> project(@Nullable String printed) {
        if (printed == null) {
            return Optional.empty();
        }
        String path = printed.replace('\\', '/');
        return tree.pythonFiles().stream().filter(file -> path.equals(file) || path.endsWith("/" + file))
                .max(Comparator.comparingInt(String::length));
    }

    private Optional<Parsed> parsed(String file) {
        return parsed.computeIfAbsent(file, name -> tree.file(name).map(PythonParser::parse));
    }

    private boolean onlyTests() {
        return found.keySet().stream().allMatch(place -> isTest(place.file()));
    }

    private static double weight(String file, double suspicion) {
        return isTest(file) ? suspicion * IN_TEST : suspicion;
    }

    private void add(String file, int line, double suspicion, String why) {
        found.merge(new Place(file, line), new SuspiciousLocation(file, line, suspicion, why), (old, now) -> old.suspicion() >= now.suspicion() ? old : now);
    }

    /// Two reasons to suspect a line that have nothing to do with each other are more than the better one.
    private void addIndependent(String file, int line, double suspicion, String why) {
        found.merge(new Place(file, line), new SuspiciousLocation(file, line, suspicion, why), (old, now) ->
                new SuspiciousLocation(file, line, 1 - (1 - old.suspicion()) * (1 - now.suspicion()), old.why() + ", " + now.why()));
    }

    private static boolean isTest(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.startsWith("test_") || name.endsWith("_test.py") || name.equals("conftest.py") || file.startsWith("tests/") || file.contains("/tests/");
    }
}
