package dev.codeheals.engine.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// One command to run.
///
/// @param command  its arguments; the first is found as the platform finds programs, never through a shell
/// @param folder   the working folder on the host; a sandbox that shows it elsewhere starts there
/// @param extraEnv variables beyond the allow-list, given on purpose
/// @param limits   what it may use
/// @param sandbox  how it is kept apart
/// @param live     gets each piece of output as it comes, on the reading thread
public record RunRequest(Command command, Path folder, Map<String, String> extraEnv, Limits limits, Sandbox sandbox,
                         Optional<Consumer<byte[]>> live) {

    public RunRequest {
        extraEnv = Map.copyOf(extraEnv);
    }

    public static RunRequest of(Command command, Path folder, Limits limits, Sandbox sandbox) {
        return new RunRequest(command, folder, Map.of(), limits, sandbox, Optional.empty());
    }

    public RunRequest withEnv(Map<String, String> variables) {
        return new RunRequest(command, folder, variables, limits, sandbox, live);
    }

    public RunRequest watchedBy(Consumer<byte[]> listener) {
        return new RunRequest(command, folder, extraEnv, limits, sandbox, Optional.of(listener));
    }
}
