package dev.codeheals.engine.repair.model;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why no reply came. The message is a sentence or two for a person; it holds no key and no stack trace.
public final class ModelFailure extends Exception {
    private static final long serialVersionUID = 1;

    /// What went wrong, with how many requests in a row may be sent when this is all that happens.
    public enum Kind {
        UNAUTHORIZED(1),
        FORBIDDEN(1),
        NOT_FOUND(1),
        /// The server does not take the request as it is: too long, no credit, an unknown parameter.
        BAD_REQUEST(1),
        RATE_LIMITED(4),
        OVERLOADED(4),
        SERVER_ERROR(4),
        /// Nothing listens there, or the name does not resolve.
        UNREACHABLE(2),
        TIMEOUT_CONNECT(2),
        TIMEOUT_FIRST_BYTE(2),
        TIMEOUT_IDLE(2),
        /// The whole call took too long, though something kept coming.
        TIMEOUT_TOTAL(1),
        CUT_STREAM(3),
        TOO_LARGE(1),
        TLS(1),
        REDIRECT(1),
        /// What came is not in the provider's format.
        BAD_RESPONSE(1),
        REFUSED_BY_MODEL(1),
        EMPTY(2),
        /// The transport's breaker is open: this endpoint failed too often just now.
        SUSPENDED(1),
        OFFLINE(1),
        NO_KEY(1),
        BUDGET(1),
        CANCELLED(1);

        private final int requests;

        Kind(int requests) {
            this.requests = requests;
        }

        /// How many requests in a row this kind may take before the call fails; 1 = never repeated.
        public int requests() {
            return requests;
        }

        public boolean retryable() {
            return requests > 1;
        }

        /// Whether it tells of a passing fault of the endpoint, so that its breaker counts it.
        public boolean countsAgainstEndpoint() {
            return switch (this) {
                case RATE_LIMITED, OVERLOADED, SERVER_ERROR, UNREACHABLE, TIMEOUT_CONNECT, TIMEOUT_FIRST_BYTE, TIMEOUT_IDLE,
                        TIMEOUT_TOTAL, CUT_STREAM, TOO_LARGE, TLS, REDIRECT, BAD_RESPONSE, EMPTY -> true;
                case UNAUTHORIZED, FORBIDDEN, NOT_FOUND, BAD_REQUEST, REFUSED_BY_MODEL, SUSPENDED, OFFLINE, NO_KEY, BUDGET,
                        CANCELLED -> false;
            };
        }
    }

    private final Kind kind;
    private final transient @Nullable Duration retryAfter;
    private final transient Spent spent;

    /// What a call had taken when it failed.
    ///
    /// @param usage tokens that were probably paid for in vain
    public record Spent(int requests, TokenUsage usage, double cost, Duration latency) {
        static final Spent NOTHING = new Spent(0, TokenUsage.NONE, 0, Duration.ZERO);
    }

    private ModelFailure(Kind kind, String message, @Nullable Duration retryAfter, Spent spent, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
        this.spent = spent;
    }

    public ModelFailure(Kind kind, String message) {
        this(kind, message, null, Spent.NOTHING, null);
    }

    public ModelFailure(Kind kind, String message, @Nullable Throwable cause) {
        this(kind, message, null, Spent.NOTHING, cause);
    }

    /// The same failure with the wait the server asked for.
    public ModelFailure after(@Nullable Duration wait) {
        return new ModelFailure(kind, message(), wait, spent, getCause());
    }

    /// The same failure with what the call had taken when it failed.
    public ModelFailure having(Spent taken) {
        return new ModelFailure(kind, message(), retryAfter, taken, getCause());
    }

    public Kind kind() {
        return kind;
    }

    /// How long the server asked to wait.
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /// Requests that were sent.
    public int requests() {
        return spent.requests();
    }

    /// Tokens that were probably paid for in vain.
    public TokenUsage usage() {
        return spent.usage();
    }

    /// In US dollars; 0 where nothing was paid or the price is unknown.
    public double cost() {
        return spent.cost();
    }

    public Duration latency() {
        return spent.latency();
    }

    public String message() {
        String message = getMessage();
        return message == null ? kind.name() : message;
    }
}
