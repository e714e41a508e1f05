package dev.codeheals.engine.heal;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.classify.SealedDiagnosis;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Recognises a heal that goes round in circles.
///
/// A heal walks from one diagnosis to the next as its fixes are adopted. Meeting a diagnosis again means that the fixes between
/// undid each other; meeting the same category at the same place three times means that they do not touch the cause.
final class LoopWatch {
    private static final int SAME_PLACE_LIMIT = 3;

    private LoopWatch() {}

    /// Looks at the failure that comes after these steps.
    ///
    /// @return why the heal should go on no further this way, if so
    static Optional<String> circle(List<Step> steps, SealedDiagnosis next) {
        if (steps.stream().anyMatch(step -> step.sealed().hash().equals(next.hash()))) {
            return Optional.of("The same failure came back after fixes for others: the heal was going round in circles.");
        }
        String place = place(next.diagnosis());
        long same = Stream.concat(steps.stream().map(Step::sealed), Stream.of(next)).map(SealedDiagnosis::diagnosis).map(LoopWatch::place)
                .filter(place::equals).count();
        return same > SAME_PLACE_LIMIT
                ? Optional.of("Three fixes at the same place only changed the message: the cause lies elsewhere.")
                : Optional.empty();
    }

    private static String place(Diagnosis diagnosis) {
        return diagnosis.errorCode() + '|' + diagnosis.file() + '|' + diagnosis.function();
    }
}
