package dev.codeheals.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The key ring of a real desktop, on a message bus of its own.
class RealKeyRingTest {
    private static final String SECRET = "canary-ring-5f2c9a7e1b";
    private static final String DESKTOP = """
            printf password | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
            ring=$!
            tries=0
            until dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus org.freedesktop.DBus.NameHasOwner \
                    string:org.freedesktop.secrets 2>/dev/null | grep -q true || [ $tries = 100 ]; do tries=$((tries + 1)); sleep 0.1; done
            "$@" keep
            "$@" find
            "$@" forget
            "$@" find
            kill $ring
            """;

    @TempDir
    Path home;

    @Test
    void aKeyIsKeptFoundByAnotherProcessAndForgottenAndLiesNowhereInPlainText() throws Exception {
        for (String tool : List.of("dbus-run-session", "gnome-keyring-daemon", "dbus-send")) {
            Assumptions.assumeTrue(Stream.of(System.getenv("PATH").split(":", -1)).anyMatch(folder -> Files.isExecutable(Path.of(folder, tool))), tool + " is not here");
        }
        List<String> command = new ArrayList<>(List.of("dbus-run-session", "--", "sh", "-c", DESKTOP, "desktop"));
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), RealKeyRingTest.class.getName()));
        ProcessBuilder desktop = new ProcessBuilder(command).redirectError(home.resolve("errors").toFile());
        desktop.environment().put("HOME", home.toString());
        desktop.environment().put("XDG_RUNTIME_DIR", Files.createDirectory(home.resolve("run")).toString());
        Process process = desktop.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said.lines()).containsExactly("kept true", "found the system's key ring", "forgotten", "found nothing");
        assertThat(plainText()).isEmpty();
    }

    private List<Path> plainText() throws IOException {
        List<Path> holding = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(SECRET)) {
                    holding.add(file);
                }
            }
        }
        return holding;
    }

    /// One visit of the program to the key ring.
    public static void main(String[] arguments) {
        ApiKeys keys = new ApiKeys(Map.of(), List.of(new SystemKeyRing()));
        PrintStream out = System.out;
        switch (arguments[0]) {
            case "keep" -> out.println("kept " + keys.keep(Provider.COMPATIBLE, SECRET).isPresent());
            case "find" -> {
                Optional<ApiKey> key = keys.find(Provider.COMPATIBLE);
                out.println("found " + key.filter(found -> found.reveal().equals(SECRET)).map(ApiKey::origin).orElse("nothing"));
            }
            default -> {
                keys.forget(Provider.COMPATIBLE);
                out.println("forgotten");
            }
        }
    }
}
