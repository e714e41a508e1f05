package dev.codeheals.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeheals.engine.repair.model.CallLimits;
import dev.codeheals.engine.repair.model.ModelClient;
import dev.codeheals.engine.repair.model.ModelFailure.Kind;
import dev.codeheals.engine.repair.model.ModelReply;
import dev.codeheals.engine.repair.model.ReplyListener;
import dev.codeheals.engine.run.Cancellation;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Replies that arrive.
class ClientReplyTest extends ClientCase {
    @ParameterizedTest
    @MethodSource("ways")
    void aCleanReplyArrivesWithItsTokensAndCost(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming()).answers("import json at the top")) {
            StringBuilder live = new StringBuilder();
            ModelReply reply = client(way, server).complete(PROMPT, CallLimits.DEFAULT, live::append, Cancellation.none());
            assertThat(reply.text()).isEqualTo("import json at the top").isEqualTo(live.toString());
            assertThat(reply.usage().in()).isEqualTo(1000);
            assertThat(reply.usage().out()).isEqualTo(100);
            assertThat(reply.requests()).isEqualTo(1);
            assertThat(reply.model().name()).isEqualTo("model-1");
            assertThat(reply.cost()).isEqualTo(switch (way.provider()) {
                case ANTHROPIC -> (1000 * 3.0 + 100 * 15.0) / 1e6;
                case OPENAI -> (1000 * 0.25 + 100 * 2.0) / 1e6;
                case COMPATIBLE -> 0.0;
            });
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void systemTextUserTextSchemaAndKeyGoWhereTheProviderWantsThem(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming()).answers("ok")) {
            client(way, server).complete(PROMPT, CallLimits.DEFAULT, ReplyListener.NONE, Cancellation.none());
            var request = server.take();
            JsonNode body = Json.parse(ModelServer.body(request)).orElseThrow();
            assertThat(body.path("stream").asBoolean()).isEqualTo(way.streaming());
            if (way.provider() == Provider.ANTHROPIC) {
                assertThat(request.getTarget()).isEqualTo("/v1/messages");
                assertThat(request.getHeaders().get("x-api-key")).isEqualTo(SECRET);
                assertThat(body.path("system").asText()).isEqualTo("You repair Python.");
                assertThat(body.at("/messages/0/content").asText()).startsWith("NameError");
                assertThat(body.at("/output_config/format/schema/required/2").asText()).isEqualTo("edits");
            } else {
                assertThat(request.getTarget()).isEqualTo("/v1/chat/completions");
                assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + SECRET);
                assertThat(body.at("/messages/0/role").asText()).isEqualTo("system");
                assertThat(body.at("/messages/1/content").asText()).startsWith("NameError");
                assertThat(body.at("/response_format/json_schema/strict").asBoolean()).isTrue();
                assertThat(body.at("/stream_options/include_usage").asBoolean()).isEqualTo(way.streaming());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aReplyCutAtTheLimitSaysSo(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming())) {
            server.then(server.truncated("{\"edits\": ["));
            ModelReply reply = client(way, server).complete(PROMPT, CallLimits.DEFAULT, ReplyListener.NONE, Cancellation.none());
            assertThat(reply.end()).isEqualTo(ModelReply.End.CUT_AT_LIMIT);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aSchemaTheServerDoesNotKnowIsLeftOutFromThenOn(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming())) {
            int steps = way.provider() == Provider.ANTHROPIC ? 1 : 2;
            for (int i = 0; i < steps; i++) {
                server.fails(400, "Extra inputs are not permitted: response_format");
            }
            server.answers("first").answers("second");
            ModelClient client = client(way, server);
            assertThat(client.complete(PROMPT, CallLimits.DEFAULT, ReplyListener.NONE, Cancellation.none()).requests()).isEqualTo(steps + 1);
            assertThat(client.complete(PROMPT, CallLimits.DEFAULT, ReplyListener.NONE, Cancellation.none()).requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void modelsAreListedAndTheConnectionIsTested(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming())) {
            server.then(new MockResponse.Builder().body("{\"data\": [{\"id\": \"b\"}, {\"id\": \"a\"}]}")).answers("ready").fails(401, "no");
            ModelClient client = client(way, server);
            assertThat(client.listModels()).containsExactly("a", "b");
            assertThat(client.testConnection().works()).isTrue();
            assertThat(client.testConnection().message()).contains("does not accept the key");
        }
    }

    @Test
    void aCompatibleServerWithoutAModelNameGetsItsFirst() throws Exception {
        try (ModelServer server = new ModelServer(Provider.COMPATIBLE, false)) {
            server.then(new MockResponse.Builder().body("{\"data\": [{\"id\": \"qwen\"}]}")).answers("ok");
            HttpModelClient client = HttpModelClient.of(Endpoint.of(Provider.COMPATIBLE, server.base(), null), transport, Optional::empty, Prices.bundled(), time);
            assertThat(client.complete(PROMPT, CallLimits.DEFAULT, ReplyListener.NONE, Cancellation.none()).requests()).isEqualTo(2);
            assertThat(client.model().name()).isEqualTo("qwen");
        }
    }

    @Test
    void aStreamAnsweredInOnePieceIsRead() throws Exception {
        try (ModelServer plain = new ModelServer(Provider.COMPATIBLE, false).answers("in one piece")) {
            assertThat(client(new Way(Provider.COMPATIBLE, true), plain).complete(PROMPT, CallLimits.DEFAULT, ReplyListener.NONE, Cancellation.none()).text())
                    .isEqualTo("in one piece");
        }
    }

    @Test
    void aRefusalByTheModelIsNamed() throws Exception {
        try (ModelServer server = new ModelServer(Provider.OPENAI, false)) {
            server.then(new MockResponse.Builder().body("{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":null,\"refusal\":\"I can't do that.\"}}]}"));
            assertFails(new Way(Provider.OPENAI, false), server, Kind.REFUSED_BY_MODEL, 1, "refuses to answer: I can't do that");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anEmptyReplyIsNamed(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming()).answers("").answers("  \n")) {
            assertFails(way, server, Kind.EMPTY, 2, "answered with nothing");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aWebPageIsNoReply(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming())) {
            server.then(new MockResponse.Builder().addHeader("Content-Type", "text/html").body("<html>Log in to the network</html>"));
            assertFails(way, server, Kind.BAD_RESPONSE, 1, "a web page");
        }
    }
}
