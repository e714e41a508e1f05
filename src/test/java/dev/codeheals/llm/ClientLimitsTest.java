package dev.codeheals.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.codeheals.engine.repair.model.CallLimits;
import dev.codeheals.engine.repair.model.ModelClient;
import dev.codeheals.engine.repair.model.ModelFailure.Kind;
import dev.codeheals.engine.repair.model.ModelFailure;
import dev.codeheals.engine.repair.model.ReplyListener;
import dev.codeheals.engine.run.Cancellation;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Switch, cancel, breaker, limits.
class ClientLimitsTest extends ClientCase {
    @ParameterizedTest
    @MethodSource("ways")
    void offlineOpensNoSocket(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming())) {
            network.cut();
            ModelClient client = client(way, server);
            assertThat(failure(client).kind()).isEqualTo(Kind.OFFLINE);
            assertThat(failure(client).requests()).isZero();
            assertThat(client.testConnection().message()).isEqualTo("Offline: no connection was opened and nothing was sent.");
            assertThat(egress.socketsOpened()).isZero();
            assertThat(egress.bytesSent()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theKillSwitchEndsACallUnderWay(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming())) {
            server.then(server.reply("never").headersDelay(20, TimeUnit.SECONDS));
            Thread killer = Thread.ofVirtual().start(() -> {
                takeQuietly(server);
                network.cut();
            });
            assertThat(failure(patient(way, server)).kind()).isEqualTo(Kind.OFFLINE);
            killer.join();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void cancelEndsACallUnderWay(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming())) {
            server.then(server.reply("never").headersDelay(20, TimeUnit.SECONDS));
            Cancellation cancellation = new Cancellation();
            Thread canceller = Thread.ofVirtual().start(() -> {
                takeQuietly(server);
                cancellation.cancel();
            });
            ModelFailure failure = catchThrowableOfType(ModelFailure.class,
                    () -> patient(way, server).complete(PROMPT, CallLimits.DEFAULT, ReplyListener.NONE, cancellation));
            assertThat(failure.kind()).isEqualTo(Kind.CANCELLED);
            canceller.join();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anEndpointThatKeepsFailingIsLeftAloneForAWhile(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming())) {
            for (int i = 0; i < 5; i++) {
                server.fails(500, "down");
            }
            ModelClient client = client(way, server);
            assertThat(failure(client).requests()).isEqualTo(4);
            ModelFailure second = failure(client);
            assertThat(second.kind()).as("what went wrong says more than that it is left alone").isEqualTo(Kind.SERVER_ERROR);
            assertThat(second.requests()).isEqualTo(1);
            assertThat(failure(client)).returns(Kind.SUSPENDED, ModelFailure::kind).returns(0, ModelFailure::requests);
            assertThat(server.requests()).isEqualTo(5);
            time.pass(Duration.ofSeconds(31));
            server.answers("back");
            assertThat(client.complete(PROMPT, CallLimits.DEFAULT, ReplyListener.NONE, Cancellation.none()).text()).isEqualTo("back");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void requestsStayWithinTheirLimit(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming()).fails(500, "a").fails(500, "b")) {
            ModelFailure failure = catchThrowableOfType(ModelFailure.class, () -> client(way, server)
                    .complete(PROMPT, new CallLimits(2, Duration.ofMinutes(1)), ReplyListener.NONE, Cancellation.none()));
            assertThat(failure.requests()).isEqualTo(2);
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void bytesSentAreCounted(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming()).answers("ok")) {
            client(way, server).complete(PROMPT, CallLimits.DEFAULT, ReplyListener.NONE, Cancellation.none());
            assertThat(egress.bytesSent()).isGreaterThan(server.take().getBodySize());
            assertThat(egress.socketsOpened()).isEqualTo(1);
        }
    }
}
