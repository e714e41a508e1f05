package dev.codeheals.llm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeheals.engine.repair.model.ModelFailure;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Response;
import okio.BufferedSource;
import okio.ByteString;
import okio.Okio;

/// Reads one response: a stream of events or one object, whichever the server sends.
final class ReplyReader {
    private static final ByteString DATA = ByteString.encodeUtf8("data:");
    private static final ByteString EVENT = ByteString.encodeUtf8("event:");
    private static final int LONGEST_COMPLAINT = 64 << 10;

    private final Dialect dialect;
    private final Endpoint endpoint;
    private final Optional<ApiKey> key;
    private final StatusFaults statuses;
    private final Faults faults;

    ReplyReader(Dialect dialect, Endpoint endpoint, Optional<ApiKey> key, StatusFaults statuses) {
        this.dialect = dialect;
        this.endpoint = endpoint;
        this.key = key;
        this.statuses = statuses;
        this.faults = new Faults(endpoint);
    }

    ReplyText read(Response response, Progress progress, ReplyText into) throws IOException, ModelFailure {
        BufferedSource source = opened(response);
        String type = Objects.requireNonNullElse(response.header("Content-Type"), "").toLowerCase(Locale.ROOT);
        if (type.startsWith("text/event-stream") || beginsWithEvent(source)) {
            stream(source, progress, into);
        } else {
            awaitFirst(source, progress);
            whole(source.readUtf8(), into);
        }
        if (!into.refusal().isBlank() && into.text().isBlank()) {
            throw faults.refused(into.refusal());
        }
        if (!into.complete()) {
            throw faults.cut();
        }
        if (into.text().isBlank()) {
            throw faults.empty();
        }
        return into;
    }

    /// An object that is no reply of a model: the list of models.
    JsonNode json(Response response, Progress progress) throws IOException, ModelFailure {
        BufferedSource source = opened(response);
        awaitFirst(source, progress);
        return Json.parse(source.readUtf8()).orElseThrow(() -> faults.garbled("something that is not JSON"));
    }

    private BufferedSource opened(Response response) throws IOException, ModelFailure {
        BufferedSource raw = response.body().source();
        if (response.isSuccessful()) {
            if (response.body().contentLength() > Transport.LARGEST_BODY) {
                throw new CappedSource.TooLarge(Transport.LARGEST_BODY);
            }
            return Okio.buffer(new CappedSource(raw, Transport.LARGEST_BODY));
        }
        raw.request(LONGEST_COMPLAINT);
        String words = raw.readUtf8(Math.min(raw.getBuffer().size(), LONGEST_COMPLAINT));
        String clean = key.map(secret -> secret.scrub(words)).orElse(words);
        ModelFailure failure = statuses.of(response.code(), response.headers(), clean);
        throw failure.kind() == ModelFailure.Kind.BAD_REQUEST
                ? new ModelFailure(failure.kind(), failure.message(), new Complaint(clean)) : failure;
    }

    /// From the first byte on, silence is measured by the idle limit.
    private void awaitFirst(BufferedSource source, Progress progress) throws IOException {
        source.exhausted();
        progress.replyBegan();
        source.timeout().timeout(endpoint.timeouts().idle().toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Some compatible servers stream under another content type.
    private static boolean beginsWithEvent(BufferedSource source) throws IOException {
        return source.rangeEquals(0, DATA) || source.rangeEquals(0, EVENT);
    }

    private void stream(BufferedSource source, Progress progress, ReplyText into) throws IOException, ModelFailure {
        EventStream events = new EventStream(source);
        boolean first = true;
        String data;
        while ((data = events.next()) != null) {
            if (first) {
                awaitFirst(source, progress);
                first = false;
            }
            if (data.equals("[DONE]")) {
                into.done();
                return;
            }
            Optional<JsonNode> event = Json.parse(data);
            if (event.isEmpty()) {
                throw faults.garbled("a stream that is not JSON");
            }
            if (dialect.event(event.get(), into, statuses)) {
                return;
            }
        }
    }

    private void whole(String marked, ReplyText into) throws ModelFailure {
        String body = marked.startsWith("\uFEFF") ? marked.substring(1) : marked;
        if (body.isBlank()) {
            throw faults.empty();
        }
        JsonNode reply = Json.parse(body).orElseThrow(() -> faults.garbled(body.stripLeading().startsWith("<") ? "a web page" : "something that is not JSON"));
        if (reply.hasNonNull("error")) {
            throw statuses.inside(reply.path("error"));
        }
        if (!dialect.whole(reply, into)) {
            throw faults.garbled("another kind of JSON");
        }
    }
}
