package dev.codeheals.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;

/// A Chat Completions server on loopback that answers each prompt by a script.
final class AnsweringServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PIECE = 9;

    private final MockWebServer server = new MockWebServer();
    private final List<String> prompts = new ArrayList<>();

    private AnsweringServer(Function<String, MockResponse> script) throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String body = Objects.requireNonNull(request.getBody()).utf8();
                synchronized (prompts) {
                    prompts.add(body);
                }
                return script.apply(body);
            }
        });
        server.start();
    }

    /// Answers with the text the script makes of the whole request.
    static AnsweringServer answering(Function<String, String> script) throws IOException {
        return new AnsweringServer(body -> streamed(script.apply(body)));
    }

    static AnsweringServer failing(int status) throws IOException {
        return new AnsweringServer(_ -> new MockResponse(status, Headers.EMPTY, "{\"error\":{\"message\":\"down\"}}"));
    }

    ModelChoice choice() {
        return new ModelChoice.Compatible("http://127.0.0.1:" + server.getPort() + "/v1", "scripted");
    }

    /// The bodies of all requests so far.
    List<String> prompts() {
        synchronized (prompts) {
            return List.copyOf(prompts);
        }
    }

    /// A reply in the format asked for.
    ///
    /// @param edits file, old lines, new lines, and again
    static String fix(String description, String... edits) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode().put("fix_description", description).put("explanation", "That is what the test asks for.")
                .put("confidence", 0.9);
        for (int i = 0; i < edits.length; i += 3) {
            reply.withArray("edits").addObject().put("file", edits[i]).put("search", edits[i + 1]).put("replace", edits[i + 2]);
        }
        return reply.toString();
    }

    private static MockResponse streamed(String text) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < text.length(); i += PIECE) {
            ObjectNode chunk = JSON.createObjectNode().put("model", "scripted");
            chunk.putArray("choices").addObject().putObject("delta").put("content", text.substring(i, Math.min(text.length(), i + PIECE)));
            body.append("data: ").append(chunk).append("\n\n");
        }
        ObjectNode last = JSON.createObjectNode();
        last.putArray("choices").addObject().put("finish_reason", "stop").putObject("delta");
        last.putObject("usage").put("prompt_tokens", 900).put("completion_tokens", 90);
        body.append("data: ").append(last).append("\n\ndata: [DONE]\n\n");
        return new MockResponse(200, Headers.of("Content-Type", "text/event-stream"), body.toString());
    }

    @Override
    public void close() {
        server.close();
    }
}
