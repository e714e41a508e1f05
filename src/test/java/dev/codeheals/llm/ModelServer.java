package dev.codeheals.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/// A server on loopback that speaks the protocol of a provider, in one piece or streaming.
final class ModelServer implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final Provider provider;
    private final boolean streaming;

    ModelServer(Provider provider, boolean streaming) throws IOException {
        this.provider = provider;
        this.streaming = streaming;
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    int requests() {
        return server.getRequestCount();
    }

    RecordedRequest take() throws InterruptedException {
        RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came");
        }
        return request;
    }

    static String body(RecordedRequest request) {
        return Objects.requireNonNull(request.getBody()).utf8();
    }

    ModelServer answers(String text) {
        return then(reply(text));
    }

    ModelServer then(MockResponse.Builder response) {
        server.enqueue(response.build());
        return this;
    }

    ModelServer fails(int status, String message, String... headers) {
        MockResponse.Builder response = new MockResponse.Builder().code(status)
                .body(JsonNodeFactory.instance.objectNode().set("error", JsonNodeFactory.instance.objectNode().put("message", message)).toString());
        for (int i = 0; i < headers.length; i += 2) {
            response.addHeader(headers[i], headers[i + 1]);
        }
        return then(response);
    }

    /// The reply of that text, complete.
    MockResponse.Builder reply(String text) {
        return streaming ? stream(text, true) : whole(text, provider == Provider.ANTHROPIC ? "end_turn" : "stop");
    }

    /// The reply of that text, ended by the limit of tokens.
    MockResponse.Builder truncated(String text) {
        String reason = provider == Provider.ANTHROPIC ? "max_tokens" : "length";
        return streaming ? events(text, reason, true) : whole(text, reason);
    }

    MockResponse.Builder stream(String text, boolean withEnd) {
        return events(text, withEnd ? provider == Provider.ANTHROPIC ? "end_turn" : "stop" : "", withEnd);
    }

    private MockResponse.Builder whole(String text, String reason) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode().put("model", "model-1");
        if (provider == Provider.ANTHROPIC) {
            reply.putArray("content").addObject().put("type", "text").put("text", text);
            reply.put("stop_reason", reason).putObject("usage").put("input_tokens", 1000).put("output_tokens", 100);
        } else {
            reply.putArray("choices").addObject().put("finish_reason", reason).putObject("message").put("role", "assistant").put("content", text);
            reply.putObject("usage").put("prompt_tokens", 1000).put("completion_tokens", 100);
        }
        return new MockResponse.Builder().addHeader("Content-Type", "application/json").body(reply.toString());
    }

    private MockResponse.Builder events(String text, String reason, boolean withEnd) {
        StringBuilder body = new StringBuilder(": warming up\n\n");
        if (provider == Provider.ANTHROPIC) {
            ObjectNode start = event("message_start");
            start.putObject("message").put("model", "model-1").putObject("usage").put("input_tokens", 1000).put("output_tokens", 1);
            send(body, start);
            send(body, event("content_block_start").set("content_block", JsonNodeFactory.instance.objectNode().put("type", "text").put("text", "")));
            send(body, event("ping"));
        }
        for (int i = 0; i < text.length(); i += 7) {
            send(body, piece(text.substring(i, Math.min(text.length(), i + 7))));
        }
        if (withEnd) {
            end(body, reason);
        }
        return new MockResponse.Builder().addHeader("Content-Type", "text/event-stream").body(body.toString());
    }

    private void end(StringBuilder body, String reason) {
        if (provider == Provider.ANTHROPIC) {
            ObjectNode delta = event("message_delta");
            delta.putObject("delta").put("stop_reason", reason);
            delta.putObject("usage").put("output_tokens", 100);
            send(body, delta);
            send(body, event("message_stop"));
        } else {
            ObjectNode last = JsonNodeFactory.instance.objectNode();
            last.putArray("choices").addObject().put("finish_reason", reason).putObject("delta");
            send(body, last);
            ObjectNode usage = JsonNodeFactory.instance.objectNode();
            usage.putArray("choices");
            usage.putObject("usage").put("prompt_tokens", 1000).put("completion_tokens", 100);
            send(body, usage);
            body.append("data: [DONE]\n\n");
        }
    }

    private ObjectNode piece(String text) {
        if (provider == Provider.ANTHROPIC) {
            ObjectNode delta = event("content_block_delta");
            delta.putObject("delta").put("type", "text_delta").put("text", text);
            return delta;
        }
        ObjectNode chunk = JsonNodeFactory.instance.objectNode().put("model", "model-1");
        chunk.putArray("choices").addObject().putObject("delta").put("content", text);
        return chunk;
    }

    private static ObjectNode event(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private void send(StringBuilder body, JsonNode event) {
        if (provider == Provider.ANTHROPIC) {
            body.append("event: ").append(event.path("type").asText()).append('\n');
        }
        body.append("data: ").append(event).append("\n\n");
    }

    /// A reply whose connection breaks half way.
    MockResponse.Builder broken(String text) {
        return reply(text).onResponseBody(SocketEffect.ShutdownConnection.INSTANCE);
    }

    @Override
    public void close() {
        server.close();
    }
}
