package dev.codeheals.engine.run;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A small process that outlives this application for a moment and ends the sandboxes it left behind.
///
/// bubblewrap is two processes that die with each other only once both are up; killed in the some ten milliseconds before that, the outer
/// one leaves the inner one behind, waiting for good or running the program. Each sandbox carries a mark in the environment of its tool,
/// which the program inside does not get.
final class Warden {
    private static final String NAME = "CODEHEALS_SANDBOX_OF";
    /// The end of the input is the end of the application. Looks more than once, since a process may have been on its way then.
    private static final String WATCH = """
            trap '' INT HUP TERM
            read -r _
            for pause in 0 0.1 0.2 0.4 1; do
                sleep "$pause"
                grep -alzxF "$0" /proc/[0-9]*/environ | while IFS=/ read -r _ _ pid _; do kill -9 "$pid"; done
            done
            """;

    private Warden() {}

    /// The one of this application, begun when first asked for.
    private static final class OfThisApplication {
        static final Map<String, String> MARK = Map.of(NAME, UUID.randomUUID().toString());
        static final Optional<Process> WARDEN = watch(MARK);
    }

    /// What to add to the environment of a sandbox's tool; empty where no warden can be had.
    static Map<String, String> mark() {
        return OfThisApplication.WARDEN.isPresent() ? OfThisApplication.MARK : Map.of();
    }

    private static Optional<Process> watch(Map<String, String> mark) {
        Optional<Path> shell = Programs.system("sh");
        if (shell.isEmpty() || Programs.system("grep").isEmpty() || !new File("/proc/self/environ").canRead()) {
            return Optional.empty();
        }
        ProcessBuilder builder = new ProcessBuilder(shell.get().toString(), "-c", WATCH, NAME + "=" + mark.get(NAME)).directory(new File("/"))
                .redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
        builder.environment().clear();
        try {
            return Optional.of(builder.start());
        } catch (IOException _) {
            // The leash and the sandboxes themselves still end what is up.
            return Optional.empty();
        }
    }
}
