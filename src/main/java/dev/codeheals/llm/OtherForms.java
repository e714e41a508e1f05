package dev.codeheals.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// The text of a reply in a form that Chat Completions does not have: some compatible servers and gateways hand on what they got.
final class OtherForms {
    private static final List<String> TEXTS = List.of("/choices/0/text", "/message/content", "/response", "/content", "/output_text");
    private static final List<String> PARTS = List.of("/content", "/candidates/0/content/parts", "/message/content");
    private static final List<String> REASONS = List.of("/choices/0/finish_reason", "/done_reason", "/stop_reason", "/candidates/0/finishReason");

    private OtherForms() {}

    /// Empty if the reply is in no form that is known.
    static String text(JsonNode reply) {
        for (String place : TEXTS) {
            if (reply.at(place).isTextual()) {
                return reply.at(place).asText();
            }
        }
        for (String place : PARTS) {
            String text = parts(reply.at(place));
            if (!text.isEmpty()) {
                return text;
            }
        }
        StringBuilder output = new StringBuilder();
        reply.path("output").forEach(item -> output.append(item.path("type").asText("").equals("message") ? parts(item.path("content")) : ""));
        return output.toString();
    }

    /// Why the model stopped.
    static String reason(JsonNode reply) {
        return REASONS.stream().map(reply::at).filter(JsonNode::isTextual).map(JsonNode::asText).findFirst().orElse("stop");
    }

    /// Of several parts those that are text, and no thought.
    static String parts(JsonNode parts) {
        StringBuilder text = new StringBuilder();
        if (parts.isArray()) {
            parts.forEach(part -> text.append(part.path("type").asText("text").endsWith("text") && !part.path("thought").asBoolean() ? part.path("text").asText("") : ""));
        }
        return text.toString();
    }
}
