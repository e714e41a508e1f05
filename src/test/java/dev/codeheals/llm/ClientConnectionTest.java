package dev.codeheals.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.repair.model.CallLimits;
import dev.codeheals.engine.repair.model.ModelFailure.Kind;
import dev.codeheals.engine.repair.model.ModelFailure;
import dev.codeheals.engine.repair.model.ModelReply;
import dev.codeheals.engine.repair.model.ReplyListener;
import dev.codeheals.engine.run.Cancellation;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.BufferedSink;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Connections that are slow, broken, endless or lead elsewhere.
class ClientConnectionTest extends ClientCase {
    @TempDir
    static Path folder;

    @ParameterizedTest
    @MethodSource("ways")
    void aServerThatTakesTheRequestButSaysNothingIsNamed(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming())) {
            server.then(server.reply("late").headersDelay(10, TimeUnit.SECONDS)).then(server.reply("late").headersDelay(10, TimeUnit.SECONDS));
            assertFails(way, server, Kind.TIMEOUT_FIRST_BYTE, 2, "did not begin to answer within 400 ms");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void headersWithoutABodyCountAsSilenceToo(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming())) {
            server.then(server.reply("late").bodyDelay(10, TimeUnit.SECONDS)).then(server.reply("late").bodyDelay(10, TimeUnit.SECONDS));
            assertFails(way, server, Kind.TIMEOUT_FIRST_BYTE, 2, "did not begin to answer");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aReplyThatStopsComingIsNamed(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming())) {
            String text = "x".repeat(4000);
            server.then(server.reply(text).throttleBody(1500, 30, TimeUnit.SECONDS)).then(server.reply(text).throttleBody(1500, 30, TimeUnit.SECONDS));
            assertThat(assertFails(way, server, Kind.TIMEOUT_IDLE, 2, "stopped coming for 400 ms").usage().in()).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aConnectionThatBreaksIsTriedAgainAndTheListenerIsTold(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming())) {
            String text = "y".repeat(20_000);
            server.then(server.broken(text)).answers("whole");
            List<String> restarts = new ArrayList<>();
            StringBuilder live = new StringBuilder();
            ModelReply reply = client(way, server).complete(PROMPT, CallLimits.DEFAULT, new ReplyListener() {
                @Override
                public void text(String piece) {
                    live.append(piece);
                }

                @Override
                public void restarted(String reason, Duration wait) {
                    restarts.add(reason);
                    live.setLength(0);
                }
            }, Cancellation.none());
            assertThat(reply.text()).isEqualTo("whole").isEqualTo(live.toString());
            assertThat(reply.requests()).isEqualTo(2);
            assertThat(restarts).singleElement().asString().contains("broke before the reply was complete");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aServerThatClosesItsConnectionsWithoutAWordIsNoTrouble(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming())) {
            for (int i = 0; i < 3; i++) {
                server.then(server.reply("ready").onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE));
            }
            HttpModelClient client = client(way, server);
            for (int i = 0; i < 3; i++) {
                assertThat(client.complete(PROMPT, CallLimits.DEFAULT, ReplyListener.NONE, Cancellation.none()).requests()).isEqualTo(1);
            }
            assertThat(time.waits()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aServerWhoseCertificateNobodyVouchesForIsNamed(Way way) throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.useHttps(selfSigned());
            server.start();
            ModelFailure failure = failure(client(way, URI.create("https://127.0.0.1:" + server.getPort())));
            assertThat(failure.kind()).as(failure.message()).isEqualTo(Kind.TLS);
            assertThat(failure.message()).contains("certificate").doesNotContain("Exception").endsWith(".");
            assertThat(failure.requests()).isEqualTo(1);
        }
    }

    private SSLSocketFactory selfSigned() throws Exception {
        Path store = folder.resolve("store.p12");
        if (!Files.exists(store)) {
            Process made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "a", "-keyalg", "EC",
                    "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1", "-storetype", "PKCS12", "-storepass", "password", "-keystore", store.toString())
                    .redirectErrorStream(true).start();
            assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        KeyStore keys = KeyStore.getInstance(store.toFile(), "password".toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "password".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getSocketFactory();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aStreamThatEndsWithoutItsEndIsCut(Way way) throws Exception {
        if (way.streaming()) {
            try (ModelServer server = new ModelServer(way.provider(), true)) {
                server.then(server.stream("half a rep", false)).then(server.stream("half a rep", false)).then(server.stream("half a rep", false));
                assertFails(way, server, Kind.CUT_STREAM, 3, "stopped in the middle");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anEndlessReplyIsCutOff(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming())) {
            server.then(new MockResponse.Builder().addHeader("Content-Type", way.streaming() ? "text/event-stream" : "application/json")
                    .body(new Endless(way.streaming() ? "data: {\"type\":\"ping\",\"choices\":[]}\n\n" : "[[[[[[[[[[[[[[[[[[[[[[[[[[")));
            assertFails(way, server, Kind.TOO_LARGE, 1, "larger than 4 MB");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aReplyOfFiftyMegabytesIsNotRead(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming())) {
            server.then(server.reply("z".repeat(1000)).body("z".repeat(50 << 20)));
            assertFails(way, server, Kind.TOO_LARGE, 1, "larger than 4 MB");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aRedirectIsNotFollowed(Way way) throws Exception {
        try (ModelServer server = new ModelServer(way.provider(), way.streaming()); ModelServer thief = new ModelServer(way.provider(), way.streaming())) {
            server.then(new MockResponse.Builder().code(307).addHeader("Location", thief.base() + "/v1/messages"));
            assertFails(way, server, Kind.REDIRECT, 1, "they are not followed");
            assertThat(thief.requests()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aServerThatDoesNotSpeakTlsIsNamed(Way way) throws Exception {
        try (ServerSocket plain = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> answerInPlainText(plain));
            ModelFailure failure = failure(client(way, URI.create("https://127.0.0.1:" + plain.getLocalPort())));
            assertThat(failure.kind()).as(failure.message()).isEqualTo(Kind.TLS);
            assertThat(failure.message()).contains("No secure connection");
            assertThat(failure.requests()).isEqualTo(1);
        }
    }

    private static void answerInPlainText(ServerSocket plain) {
        try (Socket socket = plain.accept(); OutputStream out = socket.getOutputStream()) {
            out.write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.getInputStream().readAllBytes();
        } catch (IOException _) {
            // The client hung up, as it should.
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void nothingListeningIsNamed(Way way) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ModelFailure failure = failure(client(way, URI.create("http://127.0.0.1:" + port)));
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.message()).contains("Nothing answers at 127.0.0.1:" + port).contains("Is the server running?");
        assertThat(failure.requests()).isEqualTo(2);
    }

    /// A body that never ends.
    private record Endless(String piece) implements MockResponseBody {
        @Override
        public long getContentLength() {
            return -1;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            while (true) {
                sink.writeUtf8(piece);
            }
        }
    }
}
