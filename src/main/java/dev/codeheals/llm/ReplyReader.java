package dev.codeheals.llm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeheals.engine.repair.model.ModelFailure;
import dev.codeheals.engine.repair.model.ModelReply;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.Response;
import okio.BufferedSource;
import okio.ByteString;
import okio.Okio;

/// Reads one response: a stream of events or one object, whichever the server sends.
final class ReplyReader {
    private static final List<ByteString> EVENTS = Stream.of("data:", "event:", "id:", "retry:", ":").map(ByteString::encodeUtf8).toList();
    private static final ByteString OBJECT = ByteString.encodeUtf8("{");
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
        boolean events = type.startsWith("text/event-stream") ? !source.rangeEquals(0, OBJECT) : beginsWithEvent(source);
        if (events) {
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
            throw into.end() == ModelReply.End.CUT_AT_LIMIT ? faults.spent() : faults.empty();
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
        for (ByteString field : EVENTS) {
            if (source.rangeEquals(0, field)) {
                return true;
            }
        }
        return false;
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
            for (String event : apart(data)) {
                if (event.strip().equals("[DONE]")) {
                    into.done();
                    return;
                }
                JsonNode object = Json.parse(event).orElseThrow(() -> faults.garbled("a stream that is not JSON"));
                if (dialect.event(object, into, statuses)) {
                    return;
                }
            }
        }
    }

    /// Some servers forget the blank line between events; others spread one over several lines.
    private static List<String> apart(String data) {
        int end = data.indexOf('\n');
        return end > 0 && Json.parse(data.substring(0, end)).isPresent() ? data.lines().filter(line -> !line.isBlank()).toList() : List.of(data);
    }

    private void whole(String marked, ReplyText into) throws ModelFailure {
        String body = marked.startsWith("\uFEFF") ? marked.substring(1) : marked;
        if (body.isBlank()) {
            throw faults.empty();
        }
        List<JsonNode> lines = body.lines().filter(line -> !line.isBlank()).takeWhile(line -> line.startsWith("{")).map(Json::parse).flatMap(Optional::stream).toList();
        if (lines.size() > 1) {
            pieces(lines, into);
            return;
        }
        JsonNode reply = Json.parse(body).orElseThrow(() -> faults.garbled(body.stripLeading().startsWith("<") ? "a web page" : "something that is not JSON"));
        if (fails(reply)) {
            throw statuses.inside(fault(reply));
        }
        if (!dialect.whole(reply, into)) {
            String said = Wording.brief(StatusFaults.said(reply));
            throw faults.garbled(said.isEmpty() ? "another kind of JSON" : "another kind of JSON (\"" + said + "\")");
        }
    }

    /// A stream without the frame of events: one object a line.
    private void pieces(List<JsonNode> lines, ReplyText into) throws ModelFailure {
        for (JsonNode piece : lines) {
            boolean done = dialect.event(piece, into, statuses);
            if (!piece.has("choices")) {
                into.append(OtherForms.text(piece));
            }
            if (done || piece.path("done").asBoolean()) {
                into.done();
            }
        }
    }

    /// Whether an object tells of a fault: beside a reply some servers send an empty one.
    static boolean fails(JsonNode object) {
        JsonNode fault = fault(object);
        return fault.isTextual() ? !fault.asText().isBlank() : fault.isContainerNode() && !fault.isEmpty();
    }

    static JsonNode fault(JsonNode object) {
        return object.hasNonNull("error") ? object.path("error") : object.at("/choices/0/error");
    }
}
