package dev.codeheals.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.project.DataFolder;
import dev.codeheals.report.status.StatusServer;
import dev.codeheals.store.Database;
import dev.codeheals.store.Envelopes;
import dev.codeheals.store.SqliteJournal;
import dev.codeheals.wiring.Application;
import dev.codeheals.wiring.ApplicationOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// D8: whoever is not the user on this machine gets nothing from the status server and changes nothing through it.
class StatusProofTest {
    private static final String TOKEN = "correct-horse-battery";
    private static final List<String> FOREIGN_HOSTS = List.of("evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "evil.example:5000", "localhost@evil.example",
            "127.0.0.1.evil.example", "192.168.1.7", "0.0.0.0", "[::ffff:10.0.0.1]", "localhost:5000.evil.example", "10.0.0.1", "localhost evil", "");
    private static final List<String> FOREIGN_PAGES = List.of("Origin: https://evil.example", "Origin: null", "Origin: http://localhost.evil.example",
            "Origin: file://", "Sec-Fetch-Site: cross-site", "Origin: http://127.0.0.1.nip.io", "Origin: http://localhost:1@evil.example");
    private static final List<String> WRONG_TOKENS = List.of("", "Authorization: Bearer ", "Authorization: Bearer correct-horse-batterx",
            "Authorization: Bearer correct-horse-batter", "Authorization: Bearer " + TOKEN + "y", "Authorization: Basic " + TOKEN, "Authorization: " + TOKEN,
            "Authorization: bearer\t" + TOKEN, "X-Token: " + TOKEN, "Cookie: token=" + TOKEN);

    @TempDir
    Path folder;

    @Test
    void strangersAreRefused() throws IOException {
        try (Application application = Application.open(ApplicationOptions.offline(DataFolder.choose(folder)));
                Database beside = Database.open(folder, InstantSource.system());
                StatusServer server = StatusServer.start(0, application.statusSources(), TOKEN)) {
            SqliteJournal journal = new SqliteJournal(beside, InstantSource.system());
            Envelope waiting = journal.append(Envelopes.proposal(), List.of());
            List<String> requests = requests(waiting.envelopeId());
            long answered = requests.stream().filter(request -> answered(server.port(), request)).count();
            boolean changed = journal.find(waiting.envelopeId()).orElseThrow().outcome() != Outcome.PROPOSED;

            HttpServer open = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            open.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            open.start();
            long control = requests.stream().filter(request -> answered(open.getAddress().getPort(), request)).count();
            open.stop(0);

            ProofTable.add(new ProofTable.Row("D8", "the status server answers no foreign host, no foreign page and no wrong token", requests.size(),
                    answered + (changed ? 1 : 0), "a server that only binds to the loopback interface answers " + control));
            assertThat(control).as("without the protection").isGreaterThan(requests.size() / 2);
            assertThat(answered).isZero();
            assertThat(changed).isFalse();
        }
    }

    private static List<String> requests(String envelope) {
        List<String> requests = new ArrayList<>();
        for (String path : List.of("/", "/status/metrics", "/envelopes/latest", "/knowledge/stats", "/events")) {
            FOREIGN_HOSTS.forEach(host -> requests.add("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n"));
            FOREIGN_PAGES.forEach(page -> requests.add("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + page + "\r\n"));
            requests.add("GET http://evil.example" + path + " HTTP/1.1\r\nHost: localhost\r\n");
            requests.add("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n");
        }
        for (String path : List.of("/envelopes/" + envelope + "/approve", "/envelopes/" + envelope + "/reject", "/undo")) {
            WRONG_TOKENS.forEach(token -> requests.add("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + (token.isEmpty() ? "" : token + "\r\n")));
            FOREIGN_PAGES.forEach(page -> requests.add("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + TOKEN + "\r\n" + page + "\r\n"));
        }
        return requests.stream().map(request -> request + "Connection: close\r\nContent-Length: 0\r\n\r\n").toList();
    }

    private static boolean answered(int port, String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String status = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
            return status != null && status.startsWith("HTTP/1.1 2");
        } catch (IOException refused) {
            return false;
        }
    }
}
