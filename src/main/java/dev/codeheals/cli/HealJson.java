package dev.codeheals.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.heal.HealResult;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A heal's result as the one JSON object {@code heal --json} ends with.
final class HealJson {
    private HealJson() {}

    static String of(HealResult result) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        @Nullable Envelope best = result.best();
        @Nullable Envelope last = best != null || result.envelopes().isEmpty() ? best : result.envelopes().getLast();
        node.put("outcome", result.outcome().name().toLowerCase(Locale.ROOT)).put("applied", result.applied());
        if (best == null || best.confidence() == null) {
            node.putNull("confidence");
        } else {
            node.put("confidence", best.confidence().overall());
        }
        node.put("patch", result.patch().isEmpty() ? null : result.patch());
        node.put("source", best == null ? null : best.source());
        node.put("error_code", last == null ? null : last.sealed().diagnosis().errorCode());
        node.put("cluster_id", last == null ? null : last.sealed().diagnosis().clusterId());
        node.put("attempts", result.envelopes().size()).put("candidates_tried", result.candidatesTried());
        node.put("model_calls", result.modelCalls()).put("duration_ms", result.duration().toMillis());
        ArrayNode ids = node.putArray("envelopes");
        result.envelopes().forEach(envelope -> ids.add(envelope.envelopeId()));
        return node.put("message", result.message()).toString();
    }

    /// For a heal that could not begin.
    static String problem(String message) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("outcome", "error").put("applied", false).putNull("confidence").putNull("patch").putNull("source").putNull("error_code");
        node.putNull("cluster_id").put("attempts", 0).put("candidates_tried", 0).put("model_calls", 0).put("duration_ms", 0);
        node.putArray("envelopes");
        return node.put("message", message).toString();
    }
}
