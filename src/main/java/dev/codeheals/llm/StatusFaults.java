package dev.codeheals.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codeheals.engine.repair.model.ModelFailure;
import dev.codeheals.engine.repair.model.ModelFailure.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/// Names what a server complains of, by its status or by an error object inside a stream.
final class StatusFaults {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern MONEY = Pattern.compile("insufficient_quota|credit balance|billing|payment|exceeded your current quota");

    private static final List<String> SENTENCES = List.of("/error/message", "/error", "/message", "/detail", "/detail/0/msg", "/errors/0/message", "/error/0/message");

    private final Endpoint endpoint;
    private final InstantSource clock;

    StatusFaults(Endpoint endpoint, InstantSource clock) {
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /// @param words what the server said, without the key
    ModelFailure of(int status, Headers headers, String words) {
        String said = said(words);
        String place = endpoint.place();
        String provider = endpoint.provider().id();
        return switch (status) {
            case 401 -> failure(Kind.UNAUTHORIZED, "%s does not accept the key for %s%s. Check the key in the settings or in %s."
                    .formatted(place, provider, quoted(said), endpoint.provider().keyName()));
            case 403 -> failure(Kind.FORBIDDEN, "%s knows the key but does not allow this model or request%s.".formatted(place, quoted(said)));
            case 404 -> failure(Kind.NOT_FOUND, "%s has no model \"%s\" or no such address%s. Check both in the settings."
                    .formatted(place, endpoint.model(), quoted(said)));
            case 407 -> failure(Kind.FORBIDDEN, "The proxy in front of %s wants a login.".formatted(place));
            case 429 -> limited(headers, words, said);
            case 503, 529 -> failure(Kind.OVERLOADED, "%s is overloaded%s. Try again later.".formatted(place, quoted(said))).after(retryAfter(headers));
            default -> other(status, headers, words, said);
        };
    }

    /// An error object that came with status 200, inside a stream.
    ModelFailure inside(JsonNode error) {
        String type = error.path("type").asText("") + " " + error.path("code").asText("");
        String text = error.isTextual() ? error.asText() : error.path("message").asText("");
        int status = switch (type.strip().toLowerCase(Locale.ROOT)) {
            case String t when t.contains("overload") -> 529;
            case String t when t.contains("rate_limit") || t.contains("429") -> 429;
            case String t when t.contains("authentication") || t.contains("401") -> 401;
            case String t when t.contains("permission") || t.contains("403") -> 403;
            case String t when t.contains("not_found") || t.contains("404") -> 404;
            case String t when t.contains("invalid_request") || t.contains("400") -> 400;
            default -> 500;
        };
        return of(status, Headers.of(), text);
    }

    private ModelFailure limited(Headers headers, String words, String said) {
        if (MONEY.matcher(words).find()) {
            return failure(Kind.BAD_REQUEST, "The account at %s has no credit left%s.".formatted(endpoint.place(), quoted(said)));
        }
        Duration wait = retryAfter(headers);
        String when = wait == null ? "It does not say when to try again" : "It asks to wait " + Wording.span(wait);
        return failure(Kind.RATE_LIMITED, "%s takes no more requests for now%s. %s.".formatted(endpoint.place(), quoted(said), when)).after(wait);
    }

    private ModelFailure other(int status, Headers headers, String words, String said) {
        String place = endpoint.place();
        if (status >= 300 && status < 400) {
            return failure(Kind.REDIRECT, "%s sends requests on to another address; they are not followed, because the key would go with them. "
                    .formatted(place) + "Check the address in the settings.");
        }
        if (status >= 500 || status == 408) {
            return failure(Kind.SERVER_ERROR, "%s failed with an error of its own (%d)%s.".formatted(place, status, quoted(said))).after(retryAfter(headers));
        }
        if (status == 402 || MONEY.matcher(words).find()) {
            return failure(Kind.BAD_REQUEST, "The account at %s has no credit left%s.".formatted(place, quoted(said)));
        }
        return failure(Kind.BAD_REQUEST, "%s does not take the request (%d)%s.".formatted(place, status, quoted(said)));
    }

    private @Nullable Duration retryAfter(Headers headers) {
        String millis = headers.get("retry-after-ms");
        if (millis != null && millis.matches("[0-9]{1,9}")) {
            return Duration.ofMillis(Long.parseLong(millis));
        }
        String value = headers.get(Transport.RETRY_AFTER);
        if (value == null) {
            return null;
        }
        if (value.strip().matches("[0-9]{1,9}(\\.[0-9]{1,6})?")) {
            return Duration.ofMillis((long) (Double.parseDouble(value.strip()) * 1000));
        }
        try {
            Instant until = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration wait = Duration.between(clock.instant(), until);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException _) {
            return null;
        }
    }

    /// The server's own sentence, wherever it put it.
    private static String said(String words) {
        String start = words.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return start.startsWith("<") ? "" : words;
        }
        try {
            JsonNode body = JSON.readTree(words);
            return said(body.isArray() ? body.path(0) : body);
        } catch (JsonProcessingException _) {
            return words;
        }
    }

    static String said(JsonNode body) {
        for (String place : SENTENCES) {
            if (body.at(place).isTextual()) {
                return body.at(place).asText();
            }
        }
        return "";
    }

    private static String quoted(String said) {
        return said.isBlank() ? "" : ": " + Wording.brief(said);
    }

    private static ModelFailure failure(Kind kind, String message) {
        return new ModelFailure(kind, message);
    }
}
