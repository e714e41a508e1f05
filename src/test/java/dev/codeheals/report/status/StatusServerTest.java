package dev.codeheals.report.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.project.DataFolder;
import dev.codeheals.store.Database;
import dev.codeheals.store.Envelopes;
import dev.codeheals.store.SqliteJournal;
import dev.codeheals.wiring.Application;
import dev.codeheals.wiring.ApplicationOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Speaks to the server as curl would: bytes over a socket.
@Timeout(60)
class StatusServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "a-token-for-tests";

    @TempDir
    Path folder;
    private Application application;
    private StatusServer server;
    private Database otherProcess;
    private SqliteJournal journal;

    @BeforeEach
    void start() throws IOException {
        application = Application.open(ApplicationOptions.offline(DataFolder.choose(folder)));
        server = StatusServer.start(0, application.statusSources(), TOKEN);
        otherProcess = Database.open(folder, InstantSource.system());
        journal = new SqliteJournal(otherProcess, InstantSource.system());
    }

    @AfterEach
    void stop() {
        server.close();
        otherProcess.close();
        application.close();
    }

    private record Answer(int status, String head, String body) {
        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }
    }

    private Answer get(String path) throws IOException {
        return ask("GET " + path + " HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\nConnection: close\r\n\r\n");
    }

    private Answer post(String path, String headers, String body) throws IOException {
        return ask("POST " + path + " HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\nConnection: close\r\n" + headers + "Content-Length: "
                + body.length() + "\r\n\r\n" + body);
    }

    private Answer ask(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int body = answer.indexOf("\r\n\r\n");
            return new Answer(Integer.parseInt(answer.substring(9, 12)), answer.substring(0, body), answer.substring(body + 4));
        }
    }

    @Test
    void metricsTellHowHealingGoes() throws IOException {
        journal.append(Envelopes.proposal(), List.of());
        JsonNode metrics = get("/status/metrics").json();
        assertThat(metrics.path("success_rate").asDouble()).isEqualTo(1);
        assertThat(metrics.path("attempts").asInt()).isEqualTo(1);
        assertThat(metrics.path("breaker_state").asText()).isEqualTo("CLOSED");
        assertThat(metrics.has("confidence_trend")).isTrue();
    }

    @Test
    void theLatestEnvelopesComeNewestFirstAndAtMostTwenty() throws IOException {
        for (int i = 0; i < 22; i++) {
            journal.append(Envelopes.proposal(), List.of());
        }
        JsonNode latest = get("/envelopes/latest").json();
        assertThat(latest.isArray()).isTrue();
        assertThat(latest).hasSize(20);
        assertThat(latest.get(0).path("sequence").asLong()).isEqualTo(22);
        assertThat(latest.get(0).path("rebanker_raw").path("error_code").asText()).isEqualTo("RES.NAME_ERROR");
    }

    @Test
    void knowledgeIsTold() throws IOException {
        JsonNode stats = get("/knowledge/stats").json();
        assertThat(stats.path("total_patterns").asInt()).isZero();
        assertThat(stats.has("total_successes") && stats.has("gold_standard_count") && stats.has("overall_avg_confidence") && stats.has("growth")).isTrue();
    }

    @Test
    void eventsTellWhatAnotherProcessWrites() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            awaitLine(in, "retry: 3000");
            Envelope envelope = journal.append(Envelopes.proposal(), List.of());
            awaitLine(in, "event: envelope");
            assertThat(in.readLine()).startsWith("data: {").contains(envelope.envelopeId());
            journal.decide(envelope.envelopeId(), Outcome.REJECTED, "no");
            awaitLine(in, "event: outcome");
        }
    }

    private static void awaitLine(BufferedReader in, String wanted) throws IOException {
        String line = in.readLine();
        while (line != null && !line.equals(wanted)) {
            line = in.readLine();
        }
        assertThat(line).isEqualTo(wanted);
    }

    @Test
    void aRequestForAnotherHostIsRefused() throws IOException {
        assertThat(ask("GET /status/metrics HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n").status()).isEqualTo(403);
        assertThat(ask("GET /status/metrics HTTP/1.1\r\nHost: localhost.evil.example\r\nConnection: close\r\n\r\n").status()).isEqualTo(403);
        assertThat(ask("GET /status/metrics HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n").status()).isEqualTo(403);
    }

    @Test
    void aWebPageOfElsewhereIsRefused() throws IOException {
        assertThat(ask("GET /envelopes/latest HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\nConnection: close\r\n\r\n").status()).isEqualTo(403);
    }

    @Test
    void nothingChangesWithoutTheToken() throws IOException {
        Envelope envelope = journal.append(Envelopes.proposal(), List.of());
        String path = "/envelopes/" + envelope.envelopeId() + "/reject";
        assertThat(post(path, "", "").status()).isEqualTo(401);
        assertThat(post(path, "Authorization: Bearer wrong\r\n", "").status()).isEqualTo(401);
        assertThat(journal.find(envelope.envelopeId()).orElseThrow().outcome()).isEqualTo(Outcome.PROPOSED);
    }

    @Test
    void withTheTokenAFixIsRejected() throws IOException {
        Envelope envelope = journal.append(Envelopes.proposal(), List.of());
        Answer answer = post("/envelopes/" + envelope.envelopeId() + "/reject", "Authorization: Bearer " + TOKEN + "\r\n", "{\"reason\":\"no\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("done").asBoolean()).isTrue();
        assertThat(journal.find(envelope.envelopeId()).orElseThrow().outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void whatIsNotThereAndWhatIsNotAllowedIsSaid() throws IOException {
        assertThat(get("/nope").status()).isEqualTo(404);
        assertThat(ask("DELETE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").status()).isEqualTo(405);
        assertThat(post("/undo", "Authorization: Bearer " + TOKEN + "\r\n", "not json").status()).isEqualTo(400);
        assertThat(post("/undo", "Authorization: Bearer " + TOKEN + "\r\n", "").status()).isEqualTo(409);
    }

    @Test
    void onlyTheLoopbackInterfaceAnswers() throws IOException {
        boolean reached = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses).filter(a -> !a.isLoopbackAddress())
                .anyMatch(this::reachable);
        assertThat(reached).isFalse();
    }

    private boolean reachable(InetAddress address) {
        try (Socket socket = new Socket(address, server.port())) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void aTakenPortIsAnIoException() {
        assertThatThrownBy(() -> StatusServer.start(server.port(), application.statusSources(), TOKEN)).isInstanceOf(BindException.class);
    }
}
