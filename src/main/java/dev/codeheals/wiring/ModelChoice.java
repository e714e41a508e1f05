package dev.codeheals.wiring;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which language model may be asked.
public sealed interface ModelChoice {

    /// None: no socket is opened.
    record Offline() implements ModelChoice {}

    /// @param name the model; null for the provider's default here
    record Anthropic(@Nullable String baseUrl, @Nullable String name) implements ModelChoice {}

    record OpenAi(@Nullable String baseUrl, @Nullable String name) implements ModelChoice {}

    /// Any server that speaks the Chat Completions protocol.
    record Compatible(String baseUrl, @Nullable String name) implements ModelChoice {}

    /// Reads what was typed; empty for an unknown provider or a compatible one without address, or an address that is none.
    static Optional<ModelChoice> of(String provider, @Nullable String baseUrl, @Nullable String name) {
        if (baseUrl != null && !isWebAddress(baseUrl)) {
            return Optional.empty();
        }
        return switch (provider) {
            case "offline" -> Optional.of(new Offline());
            case "anthropic" -> Optional.of(new Anthropic(baseUrl, name));
            case "openai" -> Optional.of(new OpenAi(baseUrl, name));
            case "compatible" -> baseUrl == null ? Optional.empty() : Optional.of(new Compatible(baseUrl, name));
            default -> Optional.empty();
        };
    }

    private static boolean isWebAddress(String text) {
        try {
            URI address = new URI(text);
            String scheme = Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https")) && address.getHost() != null;
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
