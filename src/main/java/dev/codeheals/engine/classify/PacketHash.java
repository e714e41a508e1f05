package dev.codeheals.engine.classify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/// Canonical JSON (RFC 8785) and its SHA-256.
public final class PacketHash {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PacketHash() {}

    public static String of(Diagnosis diagnosis) {
        return of(packet(diagnosis));
    }

    /// The hash of any JSON document. Whole numbers beyond 2^53 must be passed as strings.
    public static String of(JsonNode document) {
        try {
            return sha256(new JsonCanonicalizer(JSON.writeValueAsString(document)).getEncodedUTF8());
        } catch (IOException e) {
            throw new UncheckedIOException("The document has no canonical form.", e);
        }
    }

    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /// The packet as the JSON that is stored, exported and sent.
    public static ObjectNode packet(Diagnosis d) {
        ObjectNode node = JSON.createObjectNode();
        node.put("error_code", d.errorCode()).put("family", d.family()).put("cluster_id", d.clusterId());
        node.put("severity", d.severity().name()).put("difficulty", d.difficulty()).put("hint", d.hint());
        node.put("confidence", d.confidence()).put("exception_type", d.exceptionType()).put("message", d.message());
        node.put("subject", d.subject()).put("file", d.file()).put("line", d.line()).put("column", d.column());
        return node.put("function", d.function()).put("language", d.language());
    }

    /// Reads a packet back.
    ///
    /// @throws IllegalArgumentException if a required field is missing or of the wrong type
    public static Diagnosis read(JsonNode node) {
        return new Diagnosis(required(node, "error_code").asText(), required(node, "cluster_id").asText(),
                Severity.valueOf(required(node, "severity").asText()), required(node, "difficulty").asDouble(),
                required(node, "hint").asText(), required(node, "confidence").asDouble(), required(node, "exception_type").asText(),
                required(node, "message").asText(), text(node, "subject"), text(node, "file"), number(node, "line"),
                number(node, "column"), text(node, "function"), required(node, "language").asText());
    }

    private static JsonNode required(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException("The packet lacks " + field + ".");
        }
        return value;
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    private static @Nullable Integer number(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || !value.isNumber() ? null : Integer.valueOf(value.asInt());
    }
}
