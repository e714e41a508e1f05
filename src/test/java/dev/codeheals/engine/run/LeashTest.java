package dev.codeheals.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeashTest {
    /// Stops a process after its fork and before it becomes the program, kills its parent, lets it go on and waits for its end.
    private static final String KILLED_WHILE_STARTING = """
            import ctypes, os, signal, sys
            alive, words = sys.argv[1] == 'alive', sys.argv[2:]
            ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # orphans come to this process, so that it can wait for them
            said, says = os.pipe()
            application = os.fork()
            if application == 0:
                me = str(os.getpid())
                program = os.fork()
                if program == 0:
                    os.kill(os.getpid(), signal.SIGSTOP)
                    os.execv(words[0], [me if word == '1234567' else word for word in words])
                os.waitpid(program, os.WUNTRACED)
                os.write(says, str(program).encode())
                if alive:
                    os.kill(program, signal.SIGCONT)
                    os.waitpid(program, 0)
                os._exit(0)
            program = int(os.read(said, 20))
            os.waitpid(application, 0)
            if not alive:
                os.kill(program, signal.SIGCONT)
                os.waitpid(program, 0)
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void needsLinux() {
        assumeTrue(!Leash.words().isEmpty() && Machine.python().isPresent(), "needs Python, and setpriv as Linux has it");
    }

    /// What a program prints that is started by another one.
    private String printed(String application, List<String> leash) throws IOException {
        List<String> words = new ArrayList<>(List.of(Machine.python().orElseThrow().executable().toString(), "-c", KILLED_WHILE_STARTING, application));
        words.addAll(leash);
        words.addAll(List.of("/bin/sh", "-c", "echo it runs"));
        Process process = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    @Test
    void aProgramWhoseApplicationIsGoneDoesNotBegin() throws IOException {
        assertThat(printed("killed", List.of())).as("without a leash").isEqualTo("it runs");
        assertThat(printed("killed", Leash.words(1_234_567))).isEmpty();
    }

    @Test
    void aProgramWhoseApplicationLivesBegins() throws IOException {
        assertThat(printed("alive", Leash.words(1_234_567))).isEqualTo("it runs");
    }

    @Test
    void everyRungIsStartedOnOne() {
        assertThat(Machine.sandbox().tool()).startsWith(Leash.words().toArray(new String[0]));
        Machine.namespaces().ifPresent(sandbox -> assertThat(sandbox.tool()).startsWith(Leash.words().toArray(new String[0])));
    }
}
