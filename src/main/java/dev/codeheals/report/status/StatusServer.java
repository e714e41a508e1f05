package dev.codeheals.report.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.codeheals.engine.heal.ReviewResult;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The status endpoints, on the loopback interface only.
///
/// A request whose Host or Origin is not this machine is refused, so a web page the user visits can neither read nor steer anything.
/// What changes state asks for the token besides.
public final class StatusServer implements AutoCloseable {
    private static final Pattern LOCAL = Pattern.compile("(?:https?://)?(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::\\d{1,5})?");
    private static final Pattern DECISION = Pattern.compile("/envelopes/([0-9A-Za-z-]{1,64})/(approve|reject)");
    private static final int LARGEST_BODY = 64 << 10;
    private static final long KEEP_ALIVE_MS = 15_000;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final StatusSources sources;
    private final StatusJson json;
    private final EventStream events;
    private final byte[] token;

    private StatusServer(HttpServer server, StatusSources sources, String token) {
        this.server = server;
        this.sources = sources;
        this.json = new StatusJson(sources);
        this.events = new EventStream(sources);
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /// Begins to answer.
    ///
    /// @param port  0 for any free one
    /// @param token what a request that changes state must show; not empty
    /// @throws IOException if the port is taken
    public static StatusServer start(int port, StatusSources sources, String token) throws IOException {
        if (token.isBlank()) {
            throw new IllegalArgumentException("The token is empty.");
        }
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1}), port), 64);
        StatusServer status = new StatusServer(http, sources, token);
        http.setExecutor(status.threads);
        http.createContext("/", status::answer);
        http.start();
        return status;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            if (!local(exchange.getRequestHeaders(), exchange.getRequestURI().getAuthority())) {
                refuse(exchange, 403, "This server answers requests from this machine to localhost only.");
                return;
            }
            switch (exchange.getRequestMethod()) {
                case "GET", "HEAD" -> read(exchange);
                case "POST" -> change(exchange);
                default -> refuse(exchange, 405, "Only GET and POST are understood.");
            }
        }
    }

    // A request line with a host of its own stands above the header.
    private static boolean local(Headers headers, @Nullable String named) {
        String host = headers.getFirst("Host");
        String origin = headers.getFirst("Origin");
        boolean sameSite = !"cross-site".equals(headers.getFirst("Sec-Fetch-Site"));
        boolean oneHost = headers.getOrDefault("Host", List.of()).size() == 1;
        boolean toUs = named == null || LOCAL.matcher(named.toLowerCase(Locale.ROOT)).matches();
        return toUs && oneHost && host != null && LOCAL.matcher(host.toLowerCase(Locale.ROOT)).matches() && sameSite
                && (origin == null || LOCAL.matcher(origin.toLowerCase(Locale.ROOT)).matches());
    }

    private void read(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try {
            switch (path) {
                case "/" -> send(exchange, 200, StatusJson.index());
                case "/status/metrics" -> send(exchange, 200, json.metrics());
                case "/envelopes/latest" -> send(exchange, 200, json.latest());
                case "/knowledge/stats" -> send(exchange, 200, json.knowledge());
                case "/events" -> stream(exchange);
                default -> refuse(exchange, 404, "There is no " + path + ". See / for what there is.");
            }
        } catch (RuntimeException unreadable) {
            refuse(exchange, 503, "The store cannot answer now: " + unreadable.getMessage());
        }
    }

    private void change(HttpExchange exchange) throws IOException {
        if (!permitted(exchange.getRequestHeaders())) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
            refuse(exchange, 401, "What changes state needs the token: -H \"Authorization: Bearer TOKEN\".");
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            refuse(exchange, 413, "The request is too long.");
            return;
        }
        Optional<JsonNode> asked = object(body);
        if (asked.isEmpty()) {
            refuse(exchange, 400, "The body is no JSON object.");
            return;
        }
        try {
            Optional<ReviewResult> result = carryOut(exchange.getRequestURI().getPath(), asked.get());
            if (result.isEmpty()) {
                refuse(exchange, 404, "There is no such thing to do. See / for what there is.");
            } else {
                send(exchange, result.get().done() ? 200 : 409, StatusJson.object().put("done", result.get().done())
                        .put("message", result.get().message()));
            }
        } catch (RuntimeException failed) {
            refuse(exchange, 503, "It could not be done: " + failed.getMessage());
        }
    }

    private Optional<ReviewResult> carryOut(String path, JsonNode asked) {
        if (path.equals("/undo")) {
            return Optional.of(sources.reviews().undo(asked.path("envelope_id").asText("")));
        }
        Matcher decision = DECISION.matcher(path);
        if (!decision.matches()) {
            return Optional.empty();
        }
        return Optional.of(decision.group(2).equals("approve") ? sources.reviews().approve(decision.group(1), Map.of())
                : sources.reviews().reject(decision.group(1), asked.path("reason").asText("")));
    }

    private static Optional<JsonNode> object(byte[] body) {
        try {
            JsonNode read = body.length == 0 ? StatusJson.object() : new ObjectMapper().readTree(body);
            return Optional.of(read).filter(JsonNode::isObject);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private boolean permitted(Headers headers) {
        String shown = headers.getFirst("Authorization");
        return shown != null && shown.startsWith("Bearer ")
                && MessageDigest.isEqual(shown.substring("Bearer ".length()).strip().getBytes(StandardCharsets.UTF_8), token);
    }

    private void stream(HttpExchange exchange) throws IOException {
        try (EventStream.Listener listener = events.listen()) {
            if (listener == null) {
                refuse(exchange, 503, "Too many listen already.");
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
            exchange.sendResponseHeaders(200, exchange.getRequestMethod().equals("HEAD") ? -1 : 0);
            OutputStream out = exchange.getResponseBody();
            out.write("retry: 3000\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            while (!Thread.currentThread().isInterrupted()) {
                EventStream.Event event = listener.next(KEEP_ALIVE_MS);
                String text = event == null ? ": still here\n\n" : "event: " + event.name() + "\ndata: " + event.data() + "\n\n";
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void refuse(HttpExchange exchange, int status, String why) throws IOException {
        send(exchange, status, StatusJson.object().put("error", why));
    }

    private static void send(HttpExchange exchange, int status, JsonNode answer) throws IOException {
        byte[] body = (answer + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        events.close();
        threads.shutdownNow();
        server.stop(0);
    }
}
