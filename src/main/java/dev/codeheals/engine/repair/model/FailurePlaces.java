package dev.codeheals.engine.repair.model;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.detect.StackFrame;
import dev.codeheals.engine.detect.Traceback;
import dev.codeheals.engine.repair.RepairRequest;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.SourceTree;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The places a failure points at, most telling first: where it was raised, the suspects, the frames outwards, the failing tests.
final class FailurePlaces {
    private static final int SUSPECTS = 6;
    private static final int FRAMES = 8;

    private final RepairRequest request;
    private final SourceTree project;
    private final Set<Windows.Place> places = new LinkedHashSet<>();

    private FailurePlaces(RepairRequest request) {
        this.request = request;
        this.project = request.project();
    }

    static List<Windows.Place> of(RepairRequest request, ModuleIndex index) {
        FailurePlaces found = new FailurePlaces(request);
        Diagnosis diagnosis = request.sealed().diagnosis();
        if (diagnosis.file() != null && diagnosis.line() != null) {
            found.places.add(new Windows.Place(diagnosis.file(), diagnosis.line()));
        }
        request.places().stream().limit(SUSPECTS).forEach(place -> found.places.add(new Windows.Place(place.file(), place.line())));
        found.frames(request.failure().reported());
        found.frames(request.failure().rootCause());
        found.test(request.failure(), index);
        request.others().stream().limit(2).forEach(other -> {
            found.frames(other.reported());
            found.test(other, index);
        });
        return new ArrayList<>(found.places);
    }

    private void frames(Traceback traceback) {
        traceback.frames().reversed().stream().limit(FRAMES).forEach(frame -> place(frame).ifPresent(places::add));
    }

    private Optional<Windows.Place> place(StackFrame frame) {
        String printed = frame.file();
        return printed == null || frame.line() < 1 ? Optional.empty() : inProject(printed).map(file -> new Windows.Place(file, frame.line()));
    }

    /// The project file a printed path means: below the root, or the only one that the path ends with, as in a copy of the project.
    private Optional<String> inProject(String printed) {
        String path = printed.replace('\\', '/');
        String root = request.project().root().toString().replace('\\', '/') + "/";
        String relative = path.startsWith(root) ? path.substring(root.length()) : path.replaceFirst("^\\./", "");
        if (project.pythonFiles().contains(relative)) {
            return Optional.of(relative);
        }
        return project.pythonFiles().stream().filter(file -> path.endsWith("/" + file)).max(Comparator.comparingInt(String::length));
    }

    /// {@code tests/test_a.py::Class::test_b[x]} and {@code test_b (test_a.Class.test_b)}.
    private void test(Failure failure, ModuleIndex index) {
        String id = failure.testId();
        if (id == null) {
            return;
        }
        String name = id.replaceFirst("\\[.*$", "").replaceFirst(" .*$", "").replaceFirst("^.*::", "");
        String file = id.contains("::") ? id.substring(0, id.indexOf("::")) : "";
        for (String path : project.pythonFiles()) {
            boolean named = file.isEmpty() ? path.contains("test") && id.contains(path.substring(path.lastIndexOf('/') + 1).replace(".py", "")) : path.endsWith(file);
            if (named) {
                index.byPath(path).ifPresent(module -> Tree.of(module.parsed()).all(Stmt.FunctionDef.class).stream().filter(f -> f.name().id().equals(name))
                        .findFirst().ifPresent(f -> places.add(new Windows.Place(path, module.parsed().source().lineOf(f.body().isEmpty() ? f.start() : f.body().getFirst().start())))));
            }
        }
    }
}
