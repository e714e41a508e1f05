package dev.codeheals.engine.run;

import java.io.IOException;

/// Starts a program of the user's own that goes on by itself, such as an editor.
public final class Detached {
    private Detached() {}

    /// @throws IOException if it cannot be started
    public static void start(Command command) throws IOException {
        new ProcessBuilder(command.arguments()).redirectInput(ProcessBuilder.Redirect.from(Launch.NOTHING))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }
}
