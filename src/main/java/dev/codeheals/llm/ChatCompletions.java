package dev.codeheals.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeheals.engine.repair.model.ModelFailure;
import dev.codeheals.engine.repair.model.ModelPrompt;
import dev.codeheals.engine.repair.model.ModelReply;
import dev.codeheals.engine.repair.model.ReplySchema;
import java.util.Locale;
import java.util.Set;
import okhttp3.Request;

/// Chat Completions, as OpenAI and the servers compatible with it speak it.
final class ChatCompletions implements Dialect {
    private static final Set<String> LIMITS = Set.of("length", "max_tokens", "model_length", "max_output_tokens");

    @Override
    public String path() {
        return "chat/completions";
    }

    @Override
    public void authorize(Request.Builder request, ApiKey key) {
        request.header("Authorization", "Bearer " + key.reveal());
    }

    @Override
    public void label(Request.Builder request) {
        // Nothing beyond the content type, which the body sets.
    }

    @Override
    public ObjectNode body(Endpoint endpoint, ModelPrompt prompt, Structure structure, boolean streaming) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", endpoint.model());
        // OpenAI's newer models refuse the old name, most other servers know only the old one.
        body.put(endpoint.provider() == Provider.OPENAI && structure != Structure.WORDS ? "max_completion_tokens" : "max_tokens", prompt.maxTokens());
        ArrayNode messages = body.putArray("messages");
        if (!prompt.system().isEmpty()) {
            messages.addObject().put("role", "system").put("content", prompt.system());
        }
        for (ModelPrompt.Turn turn : prompt.turns()) {
            messages.addObject().put("role", turn.role() == ModelPrompt.Role.USER ? "user" : "assistant").put("content", turn.text());
        }
        body.put("stream", streaming);
        if (streaming && structure != Structure.WORDS) {
            body.putObject("stream_options").put("include_usage", true);
        }
        if (prompt.shape() == ModelPrompt.Shape.FIX) {
            format(body, structure);
        }
        return body;
    }

    private static void format(ObjectNode body, Structure structure) {
        switch (structure) {
            case SCHEMA -> {
                ObjectNode format = body.putObject("response_format").put("type", "json_schema").putObject("json_schema");
                format.put("name", ReplySchema.NAME).put("strict", true).set("schema", Json.schema());
            }
            case OBJECT -> body.putObject("response_format").put("type", "json_object");
            case WORDS -> {
                // The prompt asks for JSON.
            }
        }
    }

    @Override
    public boolean whole(JsonNode reply, ReplyText into) {
        JsonNode choice = reply.path("choices").path(0);
        if (!choice.path("message").isObject()) {
            into.append(OtherForms.text(reply));
            usage(reply.path("usage"), into);
            stopped(OtherForms.reason(reply), into);
            return !into.text().isEmpty();
        }
        into.model(reply.path("model").asText(""));
        usage(reply.path("usage"), into);
        into.append(content(choice.path("message").path("content")));
        into.append(called(choice.path("message")));
        into.refused(choice.at("/message/refusal").asText(""));
        stopped(choice.path("finish_reason").asText("stop"), into);
        return true;
    }

    @Override
    public boolean event(JsonNode data, ReplyText into, StatusFaults faults) throws ModelFailure {
        if (ReplyReader.fails(data)) {
            throw faults.inside(ReplyReader.fault(data));
        }
        if (data.path("message").isTextual() && !data.has("choices")) {
            throw faults.inside(data);
        }
        if (data.path("model").isTextual()) {
            into.model(data.path("model").asText());
        }
        usage(data.path("usage"), into);
        JsonNode choice = data.path("choices").path(0);
        if (choice.path("index").asInt(0) != 0) {
            return false;
        }
        into.append(content(choice.at("/delta/content")));
        into.append(choice.path("text").asText(""));
        into.append(called(choice.path("delta")));
        into.refused(choice.at("/delta/refusal").asText(""));
        if (choice.path("finish_reason").isTextual()) {
            stopped(choice.path("finish_reason").asText(), into);
        }
        return false;
    }

    /// Text, or parts of which some are text.
    private static String content(JsonNode content) {
        return content.isArray() ? OtherForms.parts(content) : content.asText("");
    }

    /// Some servers answer a schema with the call of a tool: what it is called with is the reply.
    private static String called(JsonNode message) {
        StringBuilder text = new StringBuilder(message.at("/function_call/arguments").asText(""));
        message.path("tool_calls").forEach(call -> {
            JsonNode given = call.at("/function/arguments");
            text.append(given.isObject() ? given.toString() : given.asText(""));
        });
        return text.toString();
    }

    private static void stopped(String reason, ReplyText into) {
        if (reason.equals("content_filter")) {
            into.refused("its content filter stopped the reply");
        }
        into.ended(LIMITS.contains(reason.toLowerCase(Locale.ROOT)) ? ModelReply.End.CUT_AT_LIMIT : ModelReply.End.DONE);
    }

    private static void usage(JsonNode usage, ReplyText into) {
        if (usage.path("prompt_tokens").isNumber()) {
            into.tokensIn(usage.path("prompt_tokens").asLong());
            into.tokensOut(usage.path("completion_tokens").asLong(0));
        }
    }
}
