package dev.codeheals.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeheals.engine.breaker.AttemptOutcome;
import dev.codeheals.engine.breaker.BreakerChange;
import dev.codeheals.engine.breaker.BreakerSnapshot;
import dev.codeheals.engine.breaker.BreakerState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A breaker's snapshot as JSON.
final class BreakerJson {
    private BreakerJson() {}

    static ObjectNode write(BreakerSnapshot s) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("state", s.state().name()).put("failure_rate", s.failureRate()).put("threshold", s.threshold()).put("trend", s.trend());
        node.put("measured", s.measured()).put("wait", s.waitTime().toString()).put("remaining", s.remaining().toString());
        node.put("open_count", s.openCount()).put("reason", s.reason()).put("at", s.at().toString());
        outcomes(s.window(), node.putArray("window"));
        outcomes(s.probes(), node.putArray("probes"));
        ArrayNode history = node.putArray("history");
        s.history().forEach(c -> history.addObject().put("at", c.at().toString()).put("from", c.from().name()).put("to", c.to().name())
                .put("reason", c.reason()));
        return node;
    }

    private static void outcomes(List<AttemptOutcome> outcomes, ArrayNode list) {
        outcomes.forEach(o -> list.addObject().put("success", o.success()).put("confidence", o.confidence()).put("family", o.family()));
    }

    /// Reads a snapshot back.
    ///
    /// @throws RuntimeException of various kinds if it is none
    static BreakerSnapshot read(JsonNode node) {
        List<BreakerChange> history = new ArrayList<>();
        for (JsonNode change : node.required("history")) {
            history.add(new BreakerChange(Instant.parse(change.required("at").asText()), state(change.required("from")), state(change.required("to")),
                    change.required("reason").asText()));
        }
        return new BreakerSnapshot(state(node.required("state")), outcomes(node.required("window")), node.required("failure_rate").asDouble(),
                node.required("threshold").asDouble(), node.required("trend").asDouble(), node.required("measured").asBoolean(),
                Duration.parse(node.required("wait").asText()), Duration.parse(node.required("remaining").asText()),
                node.required("open_count").asInt(), outcomes(node.required("probes")), node.required("reason").asText(),
                Instant.parse(node.required("at").asText()), history);
    }

    private static BreakerState state(JsonNode node) {
        return BreakerState.valueOf(node.asText());
    }

    private static List<AttemptOutcome> outcomes(JsonNode list) {
        List<AttemptOutcome> outcomes = new ArrayList<>();
        for (JsonNode node : list) {
            outcomes.add(new AttemptOutcome(node.required("success").asBoolean(), node.required("confidence").asDouble(),
                    node.required("family").asText()));
        }
        return outcomes;
    }
}
