package dev.codeheals.llm;

import dev.codeheals.engine.repair.model.CallLimits;
import dev.codeheals.engine.repair.model.ModelFailure;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Pause;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Sends requests and repeats them where that helps: one breaker for each endpoint, growing waits with jitter, {@code Retry-After}
/// honoured, no redirect followed, nothing sent while the switch is off. Shared by all clients; thread-safe.
public final class Transport implements AutoCloseable {
    /// The most bytes of a reply that are read.
    static final long LARGEST_BODY = 4L << 20;
    /// Where the {@code Retry-After} header is put, out of the sight of the HTTP library, which would repeat some requests by itself.
    static final String RETRY_AFTER = "x-codeheals-retry-after";
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final double JITTER = 0.2;
    /// Connections are not kept: small servers close theirs without a word, and a request sent into one of those would count as a failure.
    private static final ConnectionPool UNSHARED = new ConnectionPool(0, 1, TimeUnit.SECONDS);

    /// Reads a reply.
    @FunctionalInterface
    interface Reader<T> {
        T read(Response response, Progress progress) throws IOException, ModelFailure;
    }

    /// Hears that a request is repeated.
    @FunctionalInterface
    interface Repeats {
        void repeating(String reason, Duration wait);
    }

    /// What was read, and after how many requests.
    record Answer<T>(T value, int requests) {}

    private final NetworkSwitch network;
    private final OkHttpClient http;
    private final CircuitBreakerRegistry breakers;
    private final RetryConfig retries;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Pause pause;

    /// @param clock tells when a suspended endpoint may be tried again
    /// @param nanos a monotonic clock
    public Transport(NetworkSwitch network, EgressMeter egress, ProxySettings proxy, InstantSource clock, LongSupplier nanos, Pause pause) {
        this.network = network;
        this.clock = clock;
        this.nanos = nanos;
        this.pause = pause;
        this.http = new OkHttpClient.Builder().socketFactory(new MeteredSockets(egress, network)).proxySelector(proxy.selector())
                .followRedirects(false).followSslRedirects(false).retryOnConnectionFailure(false).connectionPool(UNSHARED)
                .eventListenerFactory(call -> {
                    EventListener progress = call.request().tag(Progress.class);
                    return progress == null ? EventListener.NONE : progress;
                })
                .addNetworkInterceptor(chain -> hideRetryAfter(chain.proceed(chain.request()))).build();
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom().clock(clock.withZone(ZoneOffset.UTC))
                .currentTimestampFunction(now -> now.millis(), TimeUnit.MILLISECONDS)
                .slidingWindow(10, 5, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED).failureRateThreshold(50)
                .permittedNumberOfCallsInHalfOpenState(2)
                .waitIntervalFunctionInOpenState(IntervalFunction.ofExponentialBackoff(Duration.ofSeconds(30), 2, Duration.ofMinutes(10))).build());
        IntervalFunction backoff = IntervalFunction.ofExponentialRandomBackoff(FIRST_WAIT, 2, JITTER, LONGEST_WAIT);
        this.retries = RetryConfig.custom().maxAttempts(16).retryOnException(fault -> fault instanceof ModelFailure failure && failure.kind().retryable())
                .intervalBiFunction((attempt, outcome) -> interval(backoff, attempt, outcome)).build();
        network.onCut(http.dispatcher()::cancelAll);
    }

    private static long interval(IntervalFunction backoff, int attempt, Either<Throwable, Object> outcome) {
        Duration asked = outcome.isLeft() && outcome.getLeft() instanceof ModelFailure failure ? failure.retryAfter().orElse(null) : null;
        return asked == null ? backoff.apply(attempt) : asked.toMillis();
    }

    /// Sends until the reader is content or it makes no sense any more.
    ///
    /// @throws ModelFailure with the number of requests sent
    <T> Answer<T> send(Endpoint endpoint, Request request, Reader<T> reader, CallLimits limits, Repeats repeats, Cancellation cancellation)
            throws ModelFailure {
        long start = nanos.getAsLong();
        Retry.AsyncContext<Object> retry = Retry.of(endpoint.place(), retries).asyncContext();
        int sent = 0;
        @Nullable ModelFailure last = null;
        while (true) {
            Duration left = limits.wall().minusNanos(nanos.getAsLong() - start);
            try {
                CircuitBreaker breaker = permitted(endpoint, cancellation);
                sent++;
                T value = counted(breaker, () -> once(endpoint, request, reader, left, cancellation));
                return new Answer<>(value, sent);
            } catch (ModelFailure failure) {
                Duration wait = sent < Math.min(limits.requests(), failure.kind().requests()) ? wait(retry, failure) : null;
                if (wait == null || wait.compareTo(limits.wall().minusNanos(nanos.getAsLong() - start)) >= 0) {
                    // Where the breaker forbids a repetition, why there had to be one says more than the breaker.
                    ModelFailure cause = last != null && failure.kind() == ModelFailure.Kind.SUSPENDED ? last : failure;
                    throw cause.having(new ModelFailure.Spent(sent, cause.usage(), cause.cost(), Duration.ofNanos(nanos.getAsLong() - start)));
                }
                last = failure;
                repeats.repeating(failure.message(), wait);
                pause.await(wait, cancellation);
            }
        }
    }

    StatusFaults statusFaults(Endpoint endpoint) {
        return new StatusFaults(endpoint, clock);
    }

    private static @Nullable Duration wait(Retry.AsyncContext<Object> retry, ModelFailure failure) {
        long millis = retry.onError(failure);
        return millis < 0 ? null : Duration.ofMillis(millis);
    }

    private CircuitBreaker permitted(Endpoint endpoint, Cancellation cancellation) throws ModelFailure {
        Faults faults = new Faults(endpoint);
        if (cancellation.isCancelled() || Thread.currentThread().isInterrupted()) {
            throw faults.cancelled();
        }
        if (!network.allowed()) {
            throw faults.offline();
        }
        CircuitBreaker breaker = breakers.circuitBreaker(endpoint.provider().id() + " " + endpoint.place());
        if (!breaker.tryAcquirePermission()) {
            throw faults.suspended();
        }
        return breaker;
    }

    @FunctionalInterface
    private interface Once<T> {
        T run() throws ModelFailure;
    }

    private <T> T counted(CircuitBreaker breaker, Once<T> once) throws ModelFailure {
        long start = nanos.getAsLong();
        boolean decided = false;
        try {
            T value = once.run();
            decided = true;
            breaker.onSuccess(nanos.getAsLong() - start, TimeUnit.NANOSECONDS);
            return value;
        } catch (ModelFailure failure) {
            if (failure.kind().countsAgainstEndpoint()) {
                decided = true;
                breaker.onError(nanos.getAsLong() - start, TimeUnit.NANOSECONDS, failure);
            }
            throw failure;
        } finally {
            if (!decided) {
                breaker.releasePermission();
            }
        }
    }

    private <T> T once(Endpoint endpoint, Request request, Reader<T> reader, Duration left, Cancellation cancellation) throws ModelFailure {
        Progress progress = new Progress();
        Timeouts limits = endpoint.timeouts();
        Duration total = left.compareTo(limits.total()) < 0 ? left : limits.total();
        OkHttpClient timed = http.newBuilder().connectTimeout(limits.connect()).readTimeout(limits.firstByte())
                .callTimeout(total.toMillis() < 1 ? Duration.ofMillis(1) : total).build();
        okhttp3.Call call = timed.newCall(request.newBuilder().tag(Progress.class, progress).build());
        try (Cancellation.Registration _ = cancellation.onCancel(call::cancel); Response response = call.execute()) {
            return reader.read(response, progress);
        } catch (IOException fault) {
            throw cause(endpoint, fault, progress, cancellation);
        }
    }

    private ModelFailure cause(Endpoint endpoint, IOException fault, Progress progress, Cancellation cancellation) {
        Faults faults = new Faults(endpoint);
        if (cancellation.isCancelled() || Thread.currentThread().isInterrupted()) {
            return faults.cancelled();
        }
        return network.allowed() ? faults.of(fault, progress.phase()) : faults.offline();
    }

    private static Response hideRetryAfter(Response response) {
        String asked = response.header("Retry-After");
        return asked == null ? response : response.newBuilder().removeHeader("Retry-After").header(RETRY_AFTER, asked).build();
    }

    /// Ends what is under way and closes idle connections.
    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
