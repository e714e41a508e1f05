package dev.codeheals.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.codeheals.engine.repair.model.CallLimits;
import dev.codeheals.engine.repair.model.ModelClient;
import dev.codeheals.engine.repair.model.ModelFailure.Kind;
import dev.codeheals.engine.repair.model.ModelFailure;
import dev.codeheals.engine.repair.model.ModelPrompt;
import dev.codeheals.engine.repair.model.ReplyListener;
import dev.codeheals.engine.run.Cancellation;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/// Every provider, streaming and not, against a real server on loopback. Waits are virtual.
abstract class ClientCase {
    private static final Timeouts SHORT = new Timeouts(Duration.ofMillis(400), Duration.ofMillis(400), Duration.ofMillis(400), Duration.ofSeconds(20));
    static final ModelPrompt PROMPT = ModelPrompt.of("You repair Python.", "NameError: name 'json' is not defined", 500);
    static final String SECRET = "sk-test-0123456789abcdef";

    /// A provider and a way to answer.
    record Way(Provider provider, boolean streaming) {
        @Override
        public String toString() {
            return provider.id() + (streaming ? ", streaming" : ", in one piece");
        }
    }

    final VirtualTime time = new VirtualTime();
    final NetworkSwitch network = new NetworkSwitch(true);
    final EgressMeter egress = new EgressMeter();
    final Transport transport = new Transport(network, egress, new ProxySettings.Direct(), time, time, time);

    static Stream<Way> ways() {
        return Stream.of(Provider.values()).flatMap(provider -> Stream.of(new Way(provider, false), new Way(provider, true)));
    }

    @AfterEach
    void close() {
        transport.close();
    }

    HttpModelClient client(Way way, ModelServer server) {
        return client(way, server.base());
    }

    HttpModelClient client(Way way, URI base) {
        return client(Endpoint.of(way.provider(), base, way.provider() == Provider.COMPATIBLE ? "local" : null).withStreaming(way.streaming()).withTimeouts(SHORT));
    }

    HttpModelClient patient(Way way, ModelServer server) {
        return client(Endpoint.of(way.provider(), server.base(), "m").withStreaming(way.streaming()));
    }

    HttpModelClient client(Endpoint endpoint) {
        return HttpModelClient.of(endpoint, transport, () -> Optional.of(new ApiKey(SECRET, "a test")), Prices.bundled(), time);
    }

    static ModelFailure failure(ModelClient client) {
        return catchThrowableOfType(ModelFailure.class, () -> client.complete(PROMPT, CallLimits.DEFAULT, ReplyListener.NONE, Cancellation.none()));
    }

    ModelFailure assertFails(Way way, ModelServer server, Kind kind, int requests, String words) {
        ModelFailure failure = failure(client(way, server));
        assertThat(failure.kind()).as(failure.message()).isEqualTo(kind);
        assertThat(failure.message()).contains(words).doesNotContain("Exception").endsWith(".");
        assertThat(failure.requests()).isEqualTo(requests);
        assertThat(server.requests()).isEqualTo(requests);
        return failure;
    }

    static void takeQuietly(ModelServer server) {
        try {
            server.take();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
