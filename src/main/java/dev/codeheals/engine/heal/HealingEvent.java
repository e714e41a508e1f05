package dev.codeheals.engine.heal;

import dev.codeheals.engine.breaker.BreakerState;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.run.RunOutcome;
import java.time.Instant;

/// What happens during a heal, in order; for a screen, a log or a stream of server-sent events.
public sealed interface HealingEvent {

    String healId();

    Instant at();

    record Started(String healId, Instant at, String project, String command) implements HealingEvent {}

    record StageEntered(String healId, Instant at, Stage stage, String detail) implements HealingEvent {}

    record Ran(String healId, Instant at, RunOutcome outcome) implements HealingEvent {}

    record Diagnosed(String healId, Instant at, SealedDiagnosis diagnosis, int failures) implements HealingEvent {}

    /// {@code tried} counts within the stage; {@code description} is the candidate looked at last.
    record CandidateTried(String healId, Instant at, Stage stage, int tried, String description, String verdict) implements HealingEvent {}

    /// A piece of a model's reply as it streams in.
    record ModelText(String healId, Instant at, String piece) implements HealingEvent {}

    record AttemptEnded(String healId, Instant at, Envelope envelope) implements HealingEvent {}

    record BreakerChanged(String healId, Instant at, BreakerState from, BreakerState to, String reason) implements HealingEvent {}

    /// A pause of the model's: what it said so far in this attempt is void.
    record Waiting(String healId, Instant at, long millis, String reason) implements HealingEvent {}

    record Ended(String healId, Instant at, HealResult result) implements HealingEvent {}
}
