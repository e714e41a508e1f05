package dev.codeheals.wiring;

import dev.codeheals.report.status.StatusServer;
import dev.codeheals.report.status.StatusSources;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The status endpoints of this process: off until started, one port at a time. Thread-safe.
public final class StatusEndpoints implements AutoCloseable {
    /// Names the token in the environment.
    public static final String TOKEN = "CODEHEALS_TOKEN";
    private static final int TOKEN_BYTES = 24;

    private final Supplier<StatusSources> sources;
    private final Map<String, String> environment;
    private @Nullable StatusServer server;
    private @Nullable Serving serving;

    StatusEndpoints(Supplier<StatusSources> sources, Map<String, String> environment) {
        this.sources = sources;
        this.environment = environment;
    }

    /// @param token     what a request that changes state must show
    /// @param ownToken  whether the token is the one of the environment
    public record Serving(int port, String token, boolean ownToken) {
        public String address() {
            return "http://localhost:" + port + "/status/metrics";
        }
    }

    /// Answers on a port of this machine alone, and on no other any more.
    ///
    /// @param port 0 for any free one
    /// @throws IOException if the port is taken; then nothing is served
    public synchronized Serving start(int port) throws IOException {
        close();
        String given = environment.getOrDefault(TOKEN, "").strip();
        String token = given.isEmpty() ? newToken() : given;
        StatusServer started = StatusServer.start(port, sources.get(), token);
        Serving now = new Serving(started.port(), token, !given.isEmpty());
        server = started;
        serving = now;
        return now;
    }

    /// What is served now; empty for nothing.
    public synchronized Optional<Serving> serving() {
        return Optional.ofNullable(serving);
    }

    @Override
    public synchronized void close() {
        StatusServer ended = server;
        server = null;
        serving = null;
        if (ended != null) {
            ended.close();
        }
    }

    private static String newToken() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
