package dev.codeheals.engine.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeheals.engine.breaker.BreakerState;
import dev.codeheals.engine.classify.PacketHash;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.repair.HealContexts;
import dev.codeheals.engine.score.Confidence;
import dev.codeheals.engine.score.Decision;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Envelopes as the JSON that is stored, exported and sent, and the hash that chains them.
public final class EnvelopeJson {
    private static final DateTimeFormatter UTC_MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private EnvelopeJson() {}

    public static ObjectNode write(Envelope e) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("envelope_id", e.envelopeId()).put("heal_id", e.healId()).put("project", e.project()).put("sequence", e.sequence());
        node.put("created_at", UTC_MILLIS.format(e.createdAt())).put("attempt", e.attempt()).put("command", e.command());
        node.set("rebanker_raw", PacketHash.packet(e.sealed().diagnosis()));
        node.put("rebanker_hash", e.sealed().hash()).put("source", e.source()).put("candidates_tried", e.candidatesTried());
        node.put("fix_description", e.fixDescription()).put("fix_diff", e.fixDiff()).put("patch_hash", e.patchHash());
        ObjectNode bases = node.putObject("base_hashes");
        new TreeMap<>(e.baseHashes()).forEach(bases::put);
        node.set("verdict", verdict(e.verdict()));
        node.set("confidence", confidence(e.confidence()));
        node.put("decision", e.decision().name()).put("reason", e.reason()).put("breaker_state", e.breakerState().name());
        node.set("model", model(e.model()));
        node.putObject("contexts").put("memory", e.contexts().memory()).put("insights", e.contexts().insights())
                .put("success", e.contexts().success());
        node.put("duration_ms", e.durationMs()).put("outcome", e.outcome().wireName()).put("previous_hash", e.previousHash());
        return node.put("envelope_hash", e.envelopeHash());
    }

    /// The hash an envelope must carry: SHA-256 of its JSON in canonical form (RFC 8785) without {@code outcome} and {@code envelope_hash}.
    public static String hash(Envelope e) {
        return PacketHash.of(sealedPart(e));
    }

    /// The JSON the hash covers.
    public static ObjectNode sealedPart(Envelope e) {
        ObjectNode node = write(e);
        node.remove(List.of("outcome", "envelope_hash"));
        return node;
    }

    /// Reads an envelope back; hashes are taken over, not checked.
    ///
    /// @throws IllegalArgumentException if a field is missing or cannot be what it says
    public static Envelope read(JsonNode node) {
        try {
            SealedDiagnosis sealed = new SealedDiagnosis(PacketHash.read(required(node, "rebanker_raw")), text(node, "rebanker_hash"));
            return new Envelope(text(node, "envelope_id"), text(node, "heal_id"), text(node, "project"), required(node, "sequence").asLong(),
                    Instant.parse(text(node, "created_at")), required(node, "attempt").asInt(), text(node, "command"), sealed,
                    text(node, "source"), required(node, "candidates_tried").asInt(), text(node, "fix_description"), text(node, "fix_diff"),
                    text(node, "patch_hash"), texts(required(node, "base_hashes")), verdict(required(node, "verdict")),
                    confidence(node.get("confidence")), Decision.valueOf(text(node, "decision")), text(node, "reason"),
                    BreakerState.valueOf(text(node, "breaker_state")), model(node.get("model")), contexts(required(node, "contexts")),
                    required(node, "duration_ms").asLong(), node.has("outcome") ? Outcome.ofWireName(text(node, "outcome")) : Outcome.PROPOSED,
                    text(node, "previous_hash"), node.path("envelope_hash").asText(""));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("The envelope's created_at is not a time.", e);
        }
    }

    private static ObjectNode verdict(VerdictRecord v) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("tier", v.tier()).put("summary", v.summary()).put("passed_before", v.passedBefore()).put("failed_before", v.failedBefore());
        node.put("passed_after", v.passedAfter()).put("failed_after", v.failedAfter()).put("skipped_after", v.skippedAfter());
        node.set("tests_that_heal", list(v.testsThatHeal()));
        node.put("isolation", v.isolation()).put("before_ms", v.beforeMs()).put("after_ms", v.afterMs());
        node.set("probes", list(v.probes()));
        return node.put("before_output", v.beforeOutput()).put("after_output", v.afterOutput());
    }

    private static VerdictRecord verdict(JsonNode node) {
        return new VerdictRecord(text(node, "tier"), text(node, "summary"), node.path("passed_before").asInt(), node.path("failed_before").asInt(),
                node.path("passed_after").asInt(), node.path("failed_after").asInt(), node.path("skipped_after").asInt(),
                list(node.path("tests_that_heal")), text(node, "isolation"), node.path("before_ms").asLong(), node.path("after_ms").asLong(),
                list(node.path("probes")), text(node, "before_output"), text(node, "after_output"));
    }

    private static @Nullable ObjectNode confidence(@Nullable Confidence c) {
        return c == null ? null : JsonNodeFactory.instance.objectNode().put("syntax", c.syntax()).put("semantic", c.semantic())
                .put("difficulty", c.difficulty()).put("self_reported", c.selfReported()).put("raw", c.raw()).put("overall", c.overall())
                .put("sample_size", c.sampleSize()).put("why", c.why());
    }

    private static @Nullable Confidence confidence(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        JsonNode self = node.get("self_reported");
        return new Confidence(required(node, "syntax").asDouble(), required(node, "semantic").asDouble(), required(node, "difficulty").asDouble(),
                self == null || self.isNull() ? null : Double.valueOf(self.asDouble()), required(node, "raw").asDouble(),
                required(node, "overall").asDouble(), node.path("sample_size").asInt(), node.path("why").asText(""));
    }

    private static @Nullable ObjectNode model(@Nullable ModelUse m) {
        return m == null ? null : JsonNodeFactory.instance.objectNode().put("provider", m.provider()).put("model", m.model())
                .put("tokens_in", m.tokensIn()).put("tokens_out", m.tokensOut()).put("cost", m.cost()).put("latency_ms", m.latency().toMillis());
    }

    private static @Nullable ModelUse model(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : new ModelUse(text(node, "provider"), text(node, "model"), node.path("tokens_in").asLong(),
                node.path("tokens_out").asLong(), node.path("cost").asDouble(), Duration.ofMillis(node.path("latency_ms").asLong()));
    }

    private static HealContexts contexts(JsonNode node) {
        return new HealContexts(text(node, "memory"), text(node, "insights"), text(node, "success"));
    }

    private static ArrayNode list(List<String> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(array::add);
        return array;
    }

    private static List<String> list(JsonNode array) {
        List<String> values = new ArrayList<>();
        array.forEach(value -> values.add(value.asText()));
        return values;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> values = new TreeMap<>();
        object.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
        return values;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = required(node, field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("The envelope's " + field + " is not text.");
        }
        return value.textValue();
    }

    private static JsonNode required(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException("The envelope lacks " + field + ".");
        }
        return value;
    }
}
