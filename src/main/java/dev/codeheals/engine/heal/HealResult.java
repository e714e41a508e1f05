package dev.codeheals.engine.heal;

import dev.codeheals.engine.envelope.Envelope;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a heal ended.
///
/// @param outcome    in one word
/// @param message    one sentence a person understands
/// @param envelopes  of all attempts, in order
/// @param best       the envelope whose fix heals, or null
/// @param patch      everything the heal changes, as one unified diff; empty if it found nothing
/// @param applied    whether files were written
/// @param candidatesTried over all attempts
/// @param modelCalls over all attempts
public record HealResult(HealOutcome outcome, String message, List<Envelope> envelopes, @Nullable Envelope best, String patch, boolean applied,
                         int candidatesTried, int modelCalls, Duration duration) {
    public HealResult {
        envelopes = List.copyOf(envelopes);
    }

    public enum HealOutcome { HEALED, PROPOSED, NOT_HEALED, ALREADY_PASSING, BLOCKED, ERROR }
}
