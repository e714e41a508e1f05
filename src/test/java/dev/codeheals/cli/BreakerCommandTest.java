package dev.codeheals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BreakerCommandTest {
    @TempDir
    Path folder;
    private Path till;

    @BeforeEach
    void makeProject() throws IOException {
        till = Files.createDirectory(folder.resolve("till"));
        Files.writeString(till.resolve("till.py"), "print(sum(prices))\n");
    }

    @Test
    void healingStoppedInTheTerminalStaysStoppedUntilItIsReset() {
        assertThat(answer(0, "breaker", "stop", till.toString(), "--reason", "the till is being counted"))
                .startsWith("forced open\n").contains("closed to forced open: the till is being counted");
        assertThat(answer(3, "heal", till.toString(), "--json", "--", "python3", "till.py")).contains("the till is being counted", "\"outcome\":\"blocked\"");
        assertThat(answer(0, "breaker", "reset", till.toString(), "--reason", "counted")).startsWith("closed; 0 attempts, too few to judge\n")
                .contains("forced open to closed: counted");
        assertThat(answer(0, "heal", till.toString(), "--json", "--", "python3", "-c", "pass")).contains("\"outcome\":\"already_passing\"");
    }

    @Test
    void aStopWithoutAReasonIsNotUnderstood() {
        assertThat(answer(2, "breaker", "stop", till.toString())).isEmpty();
    }

    private String answer(int exit, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of(words));
        int end = arguments.indexOf("--");
        arguments.addAll(end < 0 ? arguments.size() : end, List.of("--data", folder.resolve("data").toString()));
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(OutputStream.nullOutputStream()), false, false);
        assertThat(CommandLineRun.run(arguments, console)).isEqualTo(exit);
        return out.toString(StandardCharsets.UTF_8);
    }
}
