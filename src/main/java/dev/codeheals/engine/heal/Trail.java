package dev.codeheals.engine.heal;

import dev.codeheals.engine.classify.SealedDiagnosis;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The steps of a heal, with the way back from a step that led nowhere.
///
/// A step that only changed the failure may have been the wrong one: if what it led to cannot be healed, it is taken back and never
/// tried again for the same failure, so the next best candidate gets its turn.
final class Trail {
    /// Each way back costs another look at the same failure.
    private static final int MOST_RETREATS = 4;

    private final List<Step> steps = new ArrayList<>();
    private final Set<String> deadEnds = new HashSet<>();
    private List<Step> longest = List.of();
    private int retreats;

    void add(Step step) {
        steps.add(step);
    }

    /// A live view of the steps that stand.
    List<Step> steps() {
        return steps;
    }

    /// Whether the newest step may still turn out to be the wrong one.
    boolean mayTurnBack() {
        return retreats < MOST_RETREATS && !steps.isEmpty() && steps.getLast().isUnproven();
    }

    /// Takes the newest step back if the failure nothing heals came up by it.
    Optional<Step> retreat(SealedDiagnosis stuck) {
        if (!mayTurnBack() || steps.getLast().knew(stuck)) {
            return Optional.empty();
        }
        if (steps.size() > longest.size()) {
            longest = List.copyOf(steps);
        }
        retreats++;
        Step wrong = steps.removeLast();
        deadEnds.add(key(wrong.sealed(), wrong.fix().candidate().hash()));
        return Optional.of(wrong);
    }

    boolean ledNowhere(SealedDiagnosis failure, String patchHash) {
        return deadEnds.contains(key(failure, patchHash));
    }

    /// What to show where nothing ended well: the steps that stand, or those that once led furthest.
    void settle() {
        if (steps.isEmpty()) {
            steps.addAll(longest);
        }
    }

    private static String key(SealedDiagnosis failure, String patchHash) {
        return failure.hash() + ' ' + patchHash;
    }
}
