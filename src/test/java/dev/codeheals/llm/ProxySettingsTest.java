package dev.codeheals.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.repair.model.CallLimits;
import dev.codeheals.engine.repair.model.ReplyListener;
import dev.codeheals.engine.run.Cancellation;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySettingsTest extends ClientCase {
    private static final Map<String, String> ENVIRONMENT = Map.of("https_proxy", "http://user:word@proxy.example:3128/", "NO_PROXY", "intern.example, .lan");

    @ParameterizedTest
    @MethodSource("ways")
    void theProxyOfTheEnvironmentIsAskedInsteadOfTheServer(Way way) throws Exception {
        try (ModelServer proxy = new ModelServer(way.provider(), way.streaming()).answers("{}")) {
            ProxySettings settings = ProxySettings.of(Map.of("HTTPS_PROXY", proxy.base().toString()));
            try (Transport throughProxy = new Transport(network, egress, settings, time, time, time)) {
                Endpoint endpoint = Endpoint.of(way.provider(), URI.create("http://models.example"), "m").withStreaming(way.streaming());
                HttpModelClient client = HttpModelClient.of(endpoint, throughProxy, () -> Optional.of(new ApiKey(SECRET, "a test")), Prices.bundled(), time);
                assertThat(client.complete(PROMPT, CallLimits.DEFAULT, ReplyListener.NONE, Cancellation.none()).text()).isEqualTo("{}");
                RecordedRequest request = proxy.take();
                assertThat(request.getHeaders().get("Host")).isEqualTo("models.example");
            }
        }
    }

    @Test
    void otherHostsGoThroughTheProxy() {
        assertThat(chosen("https://api.models.example/v1")).isEqualTo(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.example", 3128)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://intern.example/v1", "https://llm.intern.example/v1", "https://box.lan:8080", "http://127.0.0.1:11434", "http://localhost:1234/v1",
        "http://[::1]:8080"})
    void hostsThatAreSparedAndThisMachineAreReachedDirectly(String address) {
        assertThat(chosen(address)).isEqualTo(Proxy.NO_PROXY);
    }

    @Test
    void aProxyThatCannotBeMeteredIsLeftToTheSystem() {
        assertThat(ProxySettings.of(Map.of("ALL_PROXY", "socks5://proxy.example:1080"))).isEqualTo(new ProxySettings.SystemDefault());
        assertThat(ProxySettings.of(Map.of())).isEqualTo(new ProxySettings.SystemDefault());
    }

    private static Proxy chosen(String address) {
        List<Proxy> proxies = ProxySettings.of(ENVIRONMENT).selector().select(URI.create(address));
        assertThat(proxies).hasSize(1);
        return proxies.getFirst();
    }
}
