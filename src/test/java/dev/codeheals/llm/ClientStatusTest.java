package dev.codeheals.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.repair.model.CallLimits;
import dev.codeheals.engine.repair.model.ModelFailure.Kind;
import dev.codeheals.engine.repair.model.ModelFailure;
import dev.codeheals.engine.repair.model.ModelReply;
import dev.codeheals.engine.repair.model.ReplyListener;
import dev.codeheals.engine.run.Cancellation;
import java.time.Duration;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What servers complain of.
class ClientStatusTest extends ClientCase {
    @ParameterizedTest
    @MethodSource("ways")
    void aKeyThatIsNotAcceptedIsNamedAndNotTriedAgain(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming()).fails(401, "invalid key " + SECRET)) {
            assertThat(assertFails(way, server, Kind.UNAUTHORIZED, 1, "does not accept the key").message()).doesNotContain(SECRET);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aForbiddenModelIsNamedAndNotTriedAgain(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming()).fails(403, "not your model")) {
            assertFails(way, server, Kind.FORBIDDEN, 1, "does not allow this model or request: not your model");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anUnknownModelIsNamedAndNotTriedAgain(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming()).fails(404, "no such model")) {
            assertFails(way, server, Kind.NOT_FOUND, 1, "has no model");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void tooManyRequestsWaitsGrowWithJitter(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming()).fails(429, "slow down").fails(429, "slow down")
                .fails(429, "slow down").fails(429, "slow down")) {
            assertFails(way, server, Kind.RATE_LIMITED, 4, "takes no more requests for now: slow down. It does not say when");
            assertThat(time.waits()).hasSize(3);
            assertThat(time.waits().get(0)).isBetween(Duration.ofMillis(400), Duration.ofMillis(600));
            assertThat(time.waits().get(1)).isBetween(Duration.ofMillis(800), Duration.ofMillis(1200));
            assertThat(time.waits().get(2)).isBetween(Duration.ofMillis(1600), Duration.ofMillis(2400));
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void retryAfterIsHonoured(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming()).fails(429, "slow down", "Retry-After", "7").answers("done")) {
            ModelReply reply = client(way, server).complete(PROMPT, CallLimits.DEFAULT, ReplyListener.NONE, Cancellation.none());
            assertThat(reply.text()).isEqualTo("done");
            assertThat(reply.requests()).isEqualTo(2);
            assertThat(time.waits()).containsExactly(Duration.ofSeconds(7));
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void retryAfterAsADateIsHonoured(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming())
                .fails(503, "busy", "Retry-After", "Sun, 22 Nov 2026 10:00:30 GMT").answers("done")) {
            client(way, server).complete(PROMPT, CallLimits.DEFAULT, ReplyListener.NONE, Cancellation.none());
            assertThat(time.waits()).containsExactly(Duration.ofSeconds(30));
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aWaitBeyondTheLimitEndsTheCallAtOnce(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming()).fails(429, "come back tomorrow", "Retry-After", "86400")) {
            assertThat(assertFails(way, server, Kind.RATE_LIMITED, 1, "It asks to wait 1440 minutes").retryAfter()).contains(Duration.ofDays(1));
            assertThat(time.waits()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anAccountWithoutCreditIsNotTriedAgain(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming()).fails(429, "You exceeded your current quota (insufficient_quota)")) {
            assertFails(way, server, Kind.BAD_REQUEST, 1, "no credit left");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aServerErrorIsTriedAgain(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming()).fails(500, "oops").fails(502, "").answers("done")) {
            assertThat(client(way, server).complete(PROMPT, CallLimits.DEFAULT, ReplyListener.NONE, Cancellation.none()).requests()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aServerThatOnlyFailsIsAskedFourTimes(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming()).fails(500, "a").fails(500, "b").fails(500, "c").fails(500, "d")) {
            assertFails(way, server, Kind.SERVER_ERROR, 4, "failed with an error of its own (500): d");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void overloadIsNamed(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming()).fails(529, "Overloaded", "Retry-After", "0").fails(529, "Overloaded")
                .fails(529, "Overloaded").fails(529, "Overloaded")) {
            assertFails(way, server, Kind.OVERLOADED, 4, "is overloaded: Overloaded");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aPromptThatIsTooLongIsNotTriedAgain(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming()).fails(400, "prompt is too long: 300000 tokens > 200000 maximum")) {
            assertFails(way, server, Kind.BAD_REQUEST, 1, "does not take the request (400): prompt is too long");
        }
    }

    @Test
    void anErrorInsideAStreamIsNamed() throws Exception {
        try (ModelServer server = new ModelServer(Provider.ANTHROPIC, true)) {
            String overloaded = "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}\n\n";
            for (int i = 0; i < 4; i++) {
                server.then(new MockResponse.Builder().addHeader("Content-Type", "text/event-stream").body(overloaded));
            }
            assertFails(new Way(Provider.ANTHROPIC, true), server, Kind.OVERLOADED, 4, "is overloaded");
        }
    }

    @Test
    void theProvidersOwnServiceIsNotAskedWithoutAKey() {
        HttpModelClient client = HttpModelClient.of(Endpoint.of(Provider.ANTHROPIC, null, null), transport, Optional::empty, Prices.bundled(), time);
        ModelFailure failure = failure(client);
        assertThat(failure.kind()).isEqualTo(Kind.NO_KEY);
        assertThat(failure.message()).contains("ANTHROPIC_API_KEY");
        assertThat(egress.socketsOpened()).isZero();
    }
}
