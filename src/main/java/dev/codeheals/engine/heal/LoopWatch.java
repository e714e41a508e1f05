package dev.codeheals.engine.heal;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.classify.SealedDiagnosis;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Recognises a heal that goes round in circles.
///
/// A heal walks from one diagnosis to the next as its fixes are adopted. Meeting a diagnosis again means that the fixes between
/// undid each other; meeting the same category at the same place three times means that they do not touch the cause.
final class LoopWatch {
    private static final int SAME_PLACE_LIMIT = 3;

    private final Set<String> seen = new HashSet<>();
    private final List<String> places = new ArrayList<>();

    /// Notes the next diagnosis.
    ///
    /// @return why the heal should stop, if it should
    Optional<String> enter(SealedDiagnosis sealed) {
        if (!seen.add(sealed.hash())) {
            return Optional.of("The same failure came back after fixes for others: the heal was going round in circles.");
        }
        Diagnosis diagnosis = sealed.diagnosis();
        String place = diagnosis.errorCode() + '|' + diagnosis.file() + '|' + diagnosis.function();
        places.add(place);
        long same = places.stream().filter(place::equals).count();
        return same > SAME_PLACE_LIMIT
                ? Optional.of("Three fixes at the same place only changed the message: the cause lies elsewhere.")
                : Optional.empty();
    }
}
