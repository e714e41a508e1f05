package dev.codeheals.llm;

import dev.codeheals.engine.repair.model.ModelId;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// Which model to ask, where, and how.
///
/// @param provider  whose protocol is spoken
/// @param base      where its API starts, "…/v1"
/// @param model     empty = the first one the server lists
/// @param streaming whether to ask for the reply in pieces
/// @param timeouts  for each request
public record Endpoint(Provider provider, HttpUrl base, String model, boolean streaming, Timeouts timeouts) {

    /// An endpoint with the provider's own address and model where none is given.
    ///
    /// A base address without a path gets {@code /v1}; one that names the last step of a call ({@code …/chat/completions}) is cut before it.
    ///
    /// @throws IllegalArgumentException if the address is not http or https
    public static Endpoint of(Provider provider, @Nullable URI base, @Nullable String model) {
        HttpUrl url = HttpUrl.parse((base == null ? provider.home() : base).toString());
        if (url == null) {
            throw new IllegalArgumentException("Not an http or https address: " + base);
        }
        String name = model == null || model.isBlank() ? provider.usualModel() : model.strip();
        return new Endpoint(provider, tidy(url), name, true, Timeouts.DEFAULT);
    }

    public Endpoint withStreaming(boolean streams) {
        return new Endpoint(provider, base, model, streams, timeouts);
    }

    public Endpoint withTimeouts(Timeouts other) {
        return new Endpoint(provider, base, model, streaming, other);
    }

    public ModelId id() {
        return new ModelId(provider.id(), model);
    }

    /// Whether this is the provider's own service, where nothing works without a key.
    boolean isHome() {
        return base.equals(tidy(Objects.requireNonNull(HttpUrl.get(provider.home()))));
    }

    /// Whether the server runs on this machine.
    boolean isLoopback() {
        String host = base.host().toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.endsWith(".localhost")
                || (host.matches("[0-9.]+|[0-9a-f:]+") && InetAddress.ofLiteral(host).isLoopbackAddress());
    }

    /// Host and port, for messages and for the breaker.
    String place() {
        return base.host() + (base.port() == HttpUrl.defaultPort(base.scheme()) ? "" : ":" + base.port());
    }

    private static HttpUrl tidy(HttpUrl url) {
        String path = url.encodedPath().replaceFirst("/(chat/completions|messages|models)/?$", "").replaceFirst("/+$", "");
        return url.newBuilder().encodedPath(path.isEmpty() ? "/v1" : path).query(null).fragment(null).build();
    }
}
