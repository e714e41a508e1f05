package dev.codeheals.cli;

import dev.codeheals.report.status.StatusServer;
import dev.codeheals.wiring.Application;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// {@code serve}: the status endpoints, until interrupted.
@Command(name = "serve", mixinStandardHelpOptions = true, description = {
    "Answers programs on this machine with JSON: /status/metrics, /envelopes/latest, /knowledge/stats, /events.",
    "Listens on 127.0.0.1 only. Stop it with Ctrl+C."},
    footer = {"", "Requests that change state need the token, which is CODEHEALS_TOKEN or, if that is not set, made anew and shown at the start.", "",
        "Exit code: 0 on interrupt; 1 the port is taken.", "", "Examples:", "  codeheals serve", "  curl -s localhost:5000/status/metrics",
        "  curl -N localhost:5000/events", "  curl -X POST -H \"Authorization: Bearer $CODEHEALS_TOKEN\" localhost:5000/envelopes/ID/approve"})
final class ServeCommand implements Callable<Integer> {
    private static final int TOKEN_BYTES = 24;

    private final Console console;
    private final Map<String, String> environment;

    @Spec
    CommandSpec spec;

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--port", paramLabel = "N", defaultValue = "5000", description = "Default: 5000. 0 takes any free one.")
    int port = 5000;

    ServeCommand(Console console) {
        this(console, System.getenv());
    }

    ServeCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port must lie between 0 and 65535.");
        }
        Interrupt interrupt = Interrupt.listen();
        String given = environment.getOrDefault("CODEHEALS_TOKEN", "").strip();
        String token = given.isEmpty() ? newToken() : given;
        try (Application application = data.open()) {
            application.notices().forEach(console::problem);
            try (StatusServer server = StatusServer.start(port, application.statusSources(), token)) {
                console.talk("serving http://localhost:" + server.port() + "/status/metrics and others. Stop with Ctrl+C.");
                console.talk(given.isEmpty() ? "token for requests that change state: " + token : "the token is CODEHEALS_TOKEN.");
                interrupt.await();
            }
        } catch (IOException e) {
            throw new PlainProblem(ExitCode.NOT_DONE, "Port " + port + " is in use or not allowed. Choose another one with --port N.");
        }
        return ExitCode.FINE;
    }

    private static String newToken() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
