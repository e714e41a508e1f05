package dev.codeheals.engine.heal;

import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.classify.Severity;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.verify.Baseline;
import dev.codeheals.engine.verify.VerificationSession;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The failure a heal works on now, and those it leaves for later.
///
/// @param others the other failures of the same run
record Target(Failure failure, SealedDiagnosis sealed, List<Failure> others) {
    Target {
        others = List.copyOf(others);
    }

    /// Picks the failure that is most likely to be healed and tells what was diagnosed.
    ///
    /// A program that cannot start goes first, then what a code change heals, then the rest; the easiest of each, in the order printed.
    ///
    /// @return empty if the heal gave up on all of them
    static Optional<Target> choose(HealRun run, VerificationSession session) {
        Baseline baseline = session.baseline();
        run.enter(Stage.DETECT, Healer.count(baseline.failures()));
        run.enter(Stage.CLASSIFY, "");
        record Diagnosed(Failure failure, SealedDiagnosis sealed) {}
        List<Diagnosed> all = new ArrayList<>();
        for (Failure failure : baseline.failures()) {
            all.add(new Diagnosed(failure, run.parts().reBanker().classify(failure, session.paths())));
        }
        Optional<Diagnosed> best = all.stream().filter(d -> !run.gaveUpOn(d.sealed())).min(Comparator.comparingInt((Diagnosed d) -> rank(d.sealed().diagnosis().severity()))
                .thenComparingDouble(d -> d.sealed().diagnosis().difficulty()));
        if (best.isEmpty()) {
            return Optional.empty();
        }
        Diagnosed chosen = best.get();
        if (!chosen.sealed().intact()) {
            throw new IntegrityBreach("The diagnosis no longer matches its seal. This heal was stopped; nothing was changed.");
        }
        run.parts().recorder().met(chosen.sealed(), run.order().project());
        List<Failure> others = all.stream().filter(d -> !d.failure().equals(chosen.failure())).map(Diagnosed::failure).toList();
        run.tell(new HealingEvent.Diagnosed(run.id(), run.now(), chosen.sealed(), baseline.failures().size()));
        return Optional.of(new Target(chosen.failure(), chosen.sealed(), others));
    }

    private static int rank(Severity severity) {
        return switch (severity) {
            case FATAL -> 0;
            case RECOVERABLE -> 1;
            case ENVIRONMENT -> 2;
            case UNHEALABLE -> 3;
        };
    }
}
