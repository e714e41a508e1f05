package dev.codeheals.llm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeheals.engine.repair.model.CallLimits;
import dev.codeheals.engine.repair.model.ModelClient;
import dev.codeheals.engine.repair.model.ModelFailure;
import dev.codeheals.engine.repair.model.ModelFailure.Kind;
import dev.codeheals.engine.repair.model.ModelId;
import dev.codeheals.engine.repair.model.ModelPrompt;
import dev.codeheals.engine.repair.model.ModelReply;
import dev.codeheals.engine.repair.model.ReplyListener;
import dev.codeheals.engine.repair.model.TokenUsage;
import dev.codeheals.engine.run.Cancellation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/// Asks one model over HTTP, in the protocol of its provider.
public final class HttpModelClient implements ModelClient {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final CallLimits BRIEF = new CallLimits(2, Duration.ofSeconds(30));

    private final Dialect dialect;
    private final Transport transport;
    private final Supplier<Optional<ApiKey>> key;
    private final Prices prices;
    private final LongSupplier nanos;
    private volatile Endpoint endpoint;
    private volatile Structure structure = Structure.SCHEMA;

    HttpModelClient(Dialect dialect, Endpoint endpoint, Transport transport, Supplier<Optional<ApiKey>> key, Prices prices, LongSupplier nanos) {
        this.dialect = dialect;
        this.endpoint = endpoint;
        this.transport = transport;
        this.key = key;
        this.prices = prices;
        this.nanos = nanos;
    }

    /// The client for an endpoint, whichever protocol it speaks.
    ///
    /// @param key   asked for each request, so that a key stored meanwhile is used
    /// @param nanos a monotonic clock
    public static HttpModelClient of(Endpoint endpoint, Transport transport, Supplier<Optional<ApiKey>> key, Prices prices, LongSupplier nanos) {
        Dialect dialect = switch (endpoint.provider()) {
            case ANTHROPIC -> new AnthropicMessages();
            case OPENAI, COMPATIBLE -> new ChatCompletions();
        };
        return new HttpModelClient(dialect, endpoint, transport, key, prices, nanos);
    }

    @Override
    public ModelId model() {
        return endpoint.id();
    }

    @Override
    public double worstCost(ModelPrompt prompt) {
        return prices.of(endpoint.provider(), endpoint.model(), new TokenUsage(prompt.tokens(), prompt.maxTokens(), true));
    }

    @Override
    public ModelReply complete(ModelPrompt prompt, CallLimits limits, ReplyListener listener, Cancellation cancellation) throws ModelFailure {
        long start = nanos.getAsLong();
        int sent = 0;
        if (endpoint.model().isEmpty()) {
            endpoint = new Endpoint(endpoint.provider(), endpoint.base(), firstModel(), endpoint.streaming(), endpoint.timeouts());
            sent = 1;
        }
        while (true) {
            Structure asked = structure;
            CallLimits left = new CallLimits(Math.max(1, limits.requests() - sent), limits.wall().minusNanos(nanos.getAsLong() - start));
            try {
                Transport.Answer<ReplyText> answer = send(prompt, asked, left, listener, cancellation);
                return reply(prompt, answer.value(), sent + answer.requests(), Duration.ofNanos(nanos.getAsLong() - start));
            } catch (ModelFailure failure) {
                sent += failure.requests();
                if (!loosens(failure, asked, prompt) || sent >= limits.requests()) {
                    throw paid(failure, prompt, sent, Duration.ofNanos(nanos.getAsLong() - start));
                }
            }
        }
    }

    private Transport.Answer<ReplyText> send(ModelPrompt prompt, Structure asked, CallLimits limits, ReplyListener listener, Cancellation cancellation)
            throws ModelFailure {
        Optional<ApiKey> secret = requiredKey();
        Request request = request(dialect.path(), secret)
                .post(RequestBody.create(dialect.body(endpoint, prompt, asked, endpoint.streaming()).toString(), JSON)).build();
        ReplyReader reader = new ReplyReader(dialect, endpoint, secret, transport.statusFaults(endpoint));
        return transport.send(endpoint, request, (response, progress) -> reader.read(response, progress, new ReplyText(listener)), limits,
                listener::restarted, cancellation);
    }

    /// After a complaint that may be about the structure asked for, the next request asks for less; the endpoint is remembered to know no more.
    private boolean loosens(ModelFailure failure, Structure asked, ModelPrompt prompt) {
        if (failure.kind() != Kind.BAD_REQUEST || !(failure.getCause() instanceof Complaint complaint) || !complaint.mayBeAboutStructure()
                || prompt.shape() != ModelPrompt.Shape.FIX || asked == Structure.WORDS) {
            return false;
        }
        structure = asked == Structure.SCHEMA && endpoint.provider() != Provider.ANTHROPIC ? Structure.OBJECT : Structure.WORDS;
        return true;
    }

    private ModelReply reply(ModelPrompt prompt, ReplyText text, int requests, Duration latency) {
        TokenUsage usage = text.tokensIn() >= 0 ? new TokenUsage(text.tokensIn(), Math.max(0, text.tokensOut()), false)
                : new TokenUsage(prompt.tokens(), TokenUsage.estimate(text.text()), true);
        ModelId answered = new ModelId(endpoint.provider().id(), text.model().isEmpty() ? endpoint.model() : text.model());
        return new ModelReply(answered, text.text(), text.end(), usage, prices.of(endpoint.provider(), endpoint.model(), usage), latency, requests);
    }

    /// Where a reply had begun the prompt is paid for, though nothing came of it.
    private ModelFailure paid(ModelFailure failure, ModelPrompt prompt, int requests, Duration latency) {
        boolean begun = switch (failure.kind()) {
            case CUT_STREAM, TIMEOUT_IDLE, TIMEOUT_TOTAL, TOO_LARGE, EMPTY, REFUSED_BY_MODEL, CANCELLED -> requests > 0;
            default -> false;
        };
        TokenUsage usage = begun ? new TokenUsage(prompt.tokens(), 0, true) : TokenUsage.NONE;
        return failure.having(new ModelFailure.Spent(requests, usage, prices.of(endpoint.provider(), endpoint.model(), usage), latency));
    }

    private String firstModel() throws ModelFailure {
        try {
            return listModels().stream().findFirst().orElse("default");
        } catch (ModelFailure failure) {
            if (failure.kind() == Kind.NOT_FOUND || failure.kind() == Kind.BAD_RESPONSE || failure.kind() == Kind.BAD_REQUEST) {
                return "default";
            }
            throw failure;
        }
    }

    @Override
    public List<String> listModels() throws ModelFailure {
        Optional<ApiKey> secret = requiredKey();
        Request request = request("models", secret).get().build();
        ReplyReader reader = new ReplyReader(dialect, endpoint, secret, transport.statusFaults(endpoint));
        JsonNode list = transport.send(endpoint, request, reader::json, BRIEF, (_, _) -> {}, Cancellation.none()).value();
        return StreamSupport.stream(list.path("data").spliterator(), false).map(model -> model.path("id").asText("")).filter(id -> !id.isBlank())
                .sorted().toList();
    }

    @Override
    public ConnectionReport testConnection() {
        ModelPrompt probe = new ModelPrompt("", List.of(new ModelPrompt.Turn(ModelPrompt.Role.USER, "Answer with the word ready.")), 16,
                ModelPrompt.Shape.ANY_TEXT);
        try {
            ModelReply reply = complete(probe, BRIEF, ReplyListener.NONE, Cancellation.none());
            return new ConnectionReport(true, "%s at %s answered in %s.".formatted(reply.model().name(), endpoint.place(), Wording.span(reply.latency())));
        } catch (ModelFailure failure) {
            boolean reached = failure.kind() == Kind.EMPTY;
            return new ConnectionReport(reached, reached ? "%s at %s answered.".formatted(endpoint.model(), endpoint.place()) : failure.message());
        }
    }

    private Optional<ApiKey> requiredKey() throws ModelFailure {
        Optional<ApiKey> secret = key.get();
        if (secret.isEmpty() && endpoint.isHome() && endpoint.provider() != Provider.COMPATIBLE) {
            throw new Faults(endpoint).noKey();
        }
        return secret;
    }

    private Request.Builder request(String path, Optional<ApiKey> secret) {
        Request.Builder request = new Request.Builder().url(endpoint.base().newBuilder().addPathSegments(path).build())
                .header("User-Agent", "codeheals");
        dialect.label(request);
        secret.ifPresent(value -> dialect.authorize(request, value));
        return request;
    }
}
