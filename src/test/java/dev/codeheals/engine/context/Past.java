package dev.codeheals.engine.context;

import dev.codeheals.engine.breaker.BreakerChange;
import dev.codeheals.engine.breaker.BreakerSnapshot;
import dev.codeheals.engine.breaker.BreakerState;
import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.classify.Severity;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.EnvelopeRow;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.engine.envelope.VerdictRecord;
import dev.codeheals.engine.repair.HealContexts;
import dev.codeheals.engine.score.Confidence;
import dev.codeheals.engine.score.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Attempts of the past for tests of the context layers.
final class Past {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private Past() {}

    static Envelope healed(String cluster, String source, String fix, double confidence) {
        return envelope(cluster, source, fix, confidence, Decision.PROMOTE, Outcome.PROMOTED, "It runs again.", BreakerState.CLOSED);
    }

    static Envelope failed(String cluster, String source, String reason, BreakerState breaker) {
        return envelope(cluster, source, "", null, Decision.RETRY, Outcome.NOT_HEALED, reason, breaker);
    }

    static Envelope envelope(String cluster, String source, String fix, @Nullable Double confidence, Decision decision, Outcome outcome,
                             String reason, BreakerState breaker) {
        String code = cluster.contains(":") ? cluster.substring(0, cluster.indexOf(':')) : cluster;
        SealedDiagnosis sealed = SealedDiagnosis.seal(new Diagnosis(code, cluster, Severity.RECOVERABLE, 0.2, "Mend it.", 0.97, "NameError", "m", null,
                "app.py", 3, null, "f", "python"));
        Confidence c = confidence == null ? null : new Confidence(1, 0.9, 0.8, null, confidence, confidence, 0, "why");
        return new Envelope("e", "h", "/p", 0, NOW, 1, "python app.py", sealed, source, 1, fix, "", "", Map.of(), VerdictRecord.none(""), c, decision, reason,
                breaker, null, HealContexts.NONE, 5, outcome, "", "");
    }

    static EnvelopeRow row(String cluster, String source, boolean healed) {
        return new EnvelopeRow(1, "e", "h", "/p", NOW, 1, cluster, cluster, source, healed ? Double.valueOf(0.9) : null,
                healed ? Decision.PROMOTE : Decision.RETRY, BreakerState.CLOSED, healed ? Outcome.PROMOTED : Outcome.NOT_HEALED);
    }

    static BreakerSnapshot breaker(BreakerState state, BreakerChange... history) {
        return new BreakerSnapshot(state, List.of(), 0, 0.5, 0, false, Duration.ZERO, Duration.ZERO, 0, List.of(), "", NOW, List.of(history));
    }
}
