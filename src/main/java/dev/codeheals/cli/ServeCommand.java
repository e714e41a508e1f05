package dev.codeheals.cli;

import dev.codeheals.wiring.Application;
import dev.codeheals.wiring.StatusEndpoints;
import java.io.IOException;
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
    private final Console console;

    @Spec
    CommandSpec spec;

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--port", paramLabel = "N", defaultValue = "5000", description = "Default: 5000. 0 takes any free one.")
    int port = 5000;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port must lie between 0 and 65535.");
        }
        Interrupt interrupt = Interrupt.listen();
        try (Application application = data.open()) {
            application.tell(console::problem);
            StatusEndpoints.Serving serving = application.endpoints().start(port);
            console.talk("serving " + serving.address() + " and others. Stop with Ctrl+C.");
            console.talk(serving.ownToken() ? "the token is " + StatusEndpoints.TOKEN + "." : "token for requests that change state: " + serving.token());
            interrupt.await();
        } catch (IOException e) {
            throw new PlainProblem(ExitCode.NOT_DONE, "Port " + port + " is in use or not allowed. Choose another one with --port N.");
        }
        return ExitCode.FINE;
    }
}
