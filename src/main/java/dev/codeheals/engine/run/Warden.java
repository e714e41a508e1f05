package dev.codeheals.engine.run;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A small process that outlives this application for a moment and ends the sandboxes it left behind.
///
/// bubblewrap is two processes that die with each other only once both are up; killed in the some ten milliseconds before that, the outer
/// one leaves the inner one behind, waiting for good or running the program. Each sandbox has a mark among the words of its tool, where
/// every user may read it.
final class Warden {
    /// The end of the input is the end of the application. Looks more than once, since a process may have been on its way then.
    private static final String WATCH = """
            trap '' INT HUP TERM
            read -r _
            for pause in 0 0.1 0.2 0.4 1 3; do
                sleep "$pause"
                grep -alz "$0" /proc/[0-9]*/cmdline | while IFS=/ read -r _ _ pid _; do kill -9 "$pid"; done
            done
            """;

    private Warden() {}

    /// The one of this application, begun when first asked for.
    private static final class OfThisApplication {
        static final String MARK = "CODEHEALS_" + UUID.randomUUID().toString().replace('-', '_');
        static final Optional<Process> WARDEN = watch(MARK);
    }

    /// What to add to the flags of a sandbox's tool: it takes a variable away that is not there. Empty where no warden can be had.
    static List<String> mark() {
        return OfThisApplication.WARDEN.isPresent() ? List.of("--unsetenv", OfThisApplication.MARK) : List.of();
    }

    private static Optional<Process> watch(String mark) {
        Optional<Path> shell = Programs.system("sh");
        if (shell.isEmpty() || Programs.system("grep").isEmpty() || !new File("/proc/self/cmdline").canRead()) {
            return Optional.empty();
        }
        // In brackets the first letter matches the mark, but not these words themselves.
        ProcessBuilder builder = new ProcessBuilder(shell.get().toString(), "-c", WATCH, "[" + mark.charAt(0) + "]" + mark.substring(1)).directory(new File("/"))
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
