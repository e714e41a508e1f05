package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.detect.StackFrame;
import dev.codeheals.engine.detect.Traceback;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.repair.RepairRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Every place of a request where a rule may look: each project frame of each exception of each failure.
final class Faults {
    private static final int MOST_FRAMES = 6;
    private static final int MOST_OTHERS = 8;
    private static final double NEXT_FRAME = 0.8;
    private static final double EARLIER_EXCEPTION = 0.9;
    private static final double OTHER_FAILURE = 0.85;
    private static final double IN_TESTS = 0.5;

    private final Scene scene;
    private final List<Fault> found = new ArrayList<>();
    private final Set<Place> seen = new HashSet<>();

    private record Place(String type, String message, String file, int line) {}

    private Faults(Scene scene) {
        this.scene = scene;
    }

    /// The places, most suspicious first within each failure, the failure to heal before the others.
    static List<Fault> of(RepairRequest request) {
        Faults faults = new Faults(new Scene(request));
        faults.add(request.failure(), 1.0);
        request.others().stream().limit(MOST_OTHERS).forEach(other -> faults.add(other, OTHER_FAILURE));
        return List.copyOf(faults.found);
    }

    private void add(Failure failure, double weight) {
        double suspicion = weight;
        for (Traceback exception : failure.chain().reversed()) {
            addFrames(failure, exception, suspicion);
            for (Traceback member : exception.members()) {
                addFrames(failure, member, suspicion);
            }
            suspicion *= EARLIER_EXCEPTION;
        }
    }

    private void addFrames(Failure failure, Traceback exception, double weight) {
        double suspicion = weight;
        int frames = 0;
        List<StackFrame> innermostFirst = exception.frames().reversed();
        for (int i = 0; i < innermostFirst.size() && frames < MOST_FRAMES; i++) {
            StackFrame frame = innermostFirst.get(i);
            Optional<Fault> fault = fault(failure, exception, frame, i == 0, suspicion);
            if (fault.isPresent()) {
                frames++;
                suspicion *= NEXT_FRAME;
                Fault f = fault.get();
                if (seen.add(new Place(exception.exceptionType(), exception.message(), f.file(), f.line()))) {
                    found.add(f);
                }
            }
        }
    }

    private Optional<Fault> fault(Failure failure, Traceback exception, StackFrame frame, boolean innermost, double suspicion) {
        ProjectSnapshot project = scene.request().project();
        return ProjectFiles.relative(frame.file(), project).flatMap(project::file).map(source ->
                new Fault(scene, failure, exception, frame, source, innermost, ProjectFiles.isTest(source.path()) ? suspicion * IN_TESTS : suspicion));
    }
}
