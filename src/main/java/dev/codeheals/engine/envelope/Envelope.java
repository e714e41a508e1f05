package dev.codeheals.engine.envelope;

import dev.codeheals.engine.breaker.BreakerState;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.repair.HealContexts;
import dev.codeheals.engine.score.Confidence;
import dev.codeheals.engine.score.Decision;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The record of one attempt.
///
/// The journal gives {@code sequence}, {@code previousHash} and {@code envelopeHash} when it appends; before that they are 0 and empty.
///
/// @param envelopeId     UUIDv7
/// @param healId         UUIDv7, the same for all attempts of one heal
/// @param project        the project's absolute path; left out of reports
/// @param attempt        1…
/// @param source         {@code pattern:<id>}, {@code rule:<id>}, {@code search:<operator>}, {@code model:<provider>/<model>}; the stage name alone where nothing was found
/// @param fixDiff        unified diff; empty if none
/// @param patchHash      empty if none
/// @param baseHashes     SHA-256 of each changed file before the fix; empty text for a file the fix creates
/// @param confidence     null where nothing was verified
/// @param reason         one sentence a person understands
/// @param outcome        what became of it so far
/// @param envelopeHash   SHA-256 over the envelope without {@code outcome} and this field, chained by {@code previousHash}
public record Envelope(String envelopeId, String healId, String project, long sequence, Instant createdAt, int attempt, String command,
                       SealedDiagnosis sealed, String source, int candidatesTried, String fixDescription, String fixDiff, String patchHash,
                       Map<String, String> baseHashes, VerdictRecord verdict, @Nullable Confidence confidence, Decision decision, String reason,
                       BreakerState breakerState, @Nullable ModelUse model, HealContexts contexts, long durationMs, Outcome outcome,
                       String previousHash, String envelopeHash) {
    public Envelope {
        baseHashes = Map.copyOf(baseHashes);
    }

    public Envelope withOutcome(Outcome next) {
        return new Envelope(envelopeId, healId, project, sequence, createdAt, attempt, command, sealed, source, candidatesTried, fixDescription,
                fixDiff, patchHash, baseHashes, verdict, confidence, decision, reason, breakerState, model, contexts, durationMs, next,
                previousHash, envelopeHash);
    }

    public Envelope chained(long newSequence, String previous, String hash) {
        return new Envelope(envelopeId, healId, project, newSequence, createdAt, attempt, command, sealed, source, candidatesTried, fixDescription,
                fixDiff, patchHash, baseHashes, verdict, confidence, decision, reason, breakerState, model, contexts, durationMs, outcome,
                previous, hash);
    }
}
