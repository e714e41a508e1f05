package dev.codeheals.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeheals.engine.repair.model.ModelFailure;
import dev.codeheals.engine.repair.model.ModelPrompt;
import dev.codeheals.engine.repair.model.ModelReply;
import okhttp3.Request;

/// The Messages API of Anthropic.
final class AnthropicMessages implements Dialect {
    private static final String VERSION = "2023-06-01";

    @Override
    public String path() {
        return "messages";
    }

    @Override
    public void authorize(Request.Builder request, ApiKey key) {
        request.header("x-api-key", key.reveal());
    }

    @Override
    public void label(Request.Builder request) {
        request.header("anthropic-version", VERSION);
    }

    @Override
    public ObjectNode body(Endpoint endpoint, ModelPrompt prompt, Structure structure, boolean streaming) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", endpoint.model());
        body.put("max_tokens", prompt.maxTokens());
        if (!prompt.system().isEmpty()) {
            body.put("system", prompt.system());
        }
        ArrayNode messages = body.putArray("messages");
        for (ModelPrompt.Turn turn : prompt.turns()) {
            messages.addObject().put("role", turn.role() == ModelPrompt.Role.USER ? "user" : "assistant").put("content", turn.text());
        }
        body.put("stream", streaming);
        if (structure == Structure.SCHEMA && prompt.shape() == ModelPrompt.Shape.FIX) {
            body.putObject("output_config").putObject("format").put("type", "json_schema").set("schema", Json.schema());
        }
        return body;
    }

    @Override
    public boolean whole(JsonNode reply, ReplyText into) {
        if (!reply.path("content").isArray() && !reply.path("content").isTextual()) {
            return false;
        }
        into.model(reply.path("model").asText(""));
        usage(reply.path("usage"), into);
        into.append(reply.path("content").asText(""));
        for (JsonNode block : reply.path("content")) {
            if (block.path("type").asText("").equals("text")) {
                into.append(block.path("text").asText(""));
            } else if (block.path("type").asText("").equals("tool_use")) {
                into.append(block.path("input").toString());
            }
        }
        stopped(reply.path("stop_reason").asText("end_turn"), into);
        return true;
    }

    @Override
    public boolean event(JsonNode data, ReplyText into, StatusFaults faults) throws ModelFailure {
        switch (data.path("type").asText("")) {
            case "message_start" -> {
                into.model(data.at("/message/model").asText(""));
                usage(data.at("/message/usage"), into);
            }
            case "content_block_start" -> into.append(data.at("/content_block/text").asText(""));
            case "content_block_delta" -> into.append(data.at("/delta/text").asText("") + data.at("/delta/partial_json").asText(""));
            case "message_delta" -> {
                usage(data.path("usage"), into);
                if (data.at("/delta/stop_reason").isTextual()) {
                    stopped(data.at("/delta/stop_reason").asText(), into);
                }
            }
            case "message_stop" -> {
                into.done();
                return true;
            }
            case "error" -> throw faults.inside(data.path("error"));
            default -> {
                // Pings, blocks of thought and whatever is added to the protocol later.
            }
        }
        return false;
    }

    private static void stopped(String reason, ReplyText into) {
        if (reason.equals("refusal")) {
            into.refused("it declined for safety reasons");
        }
        into.ended(reason.equals("max_tokens") || reason.equals("model_context_window_exceeded") ? ModelReply.End.CUT_AT_LIMIT : ModelReply.End.DONE);
    }

    /// Tokens read from and written to the prompt cache are part of what went in.
    private static void usage(JsonNode usage, ReplyText into) {
        if (usage.path("input_tokens").isNumber()) {
            into.tokensIn(usage.path("input_tokens").asLong() + usage.path("cache_creation_input_tokens").asLong(0)
                    + usage.path("cache_read_input_tokens").asLong(0));
        }
        if (usage.path("output_tokens").isNumber()) {
            into.tokensOut(usage.path("output_tokens").asLong());
        }
    }
}
