package dev.codeheals.wiring;

import dev.codeheals.engine.breaker.AttemptOutcome;
import dev.codeheals.engine.breaker.CircuitBreaker;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Another process of the program whose breaker trips; made to be killed.
final class TrippedChild {
    private TrippedChild() {}

    static Process start(Path data, Path project, Path errors) throws IOException {
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), TrippedChild.class.getName(), data.toString(),
                project.toString());
        return new ProcessBuilder(command).redirectError(errors.toFile()).start();
    }

    /// Trips the breaker of the project, says how long it will stay open, and waits.
    public static void main(String[] arguments) throws IOException {
        Application application = Application.open(ApplicationOptions.offline(Path.of(arguments[0])));
        CircuitBreaker breaker = application.session(Path.of(arguments[1])).breaker();
        for (int i = 0; i < 5; i++) {
            breaker.record(breaker.tryAcquire(), new AttemptOutcome(false, 0.2, "RES"));
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(breaker.state() + " " + breaker.snapshot().remaining().toMillis());
        int _ = System.in.read();
    }
}
