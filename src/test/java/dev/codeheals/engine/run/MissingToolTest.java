package dev.codeheals.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingToolTest {
    @TempDir
    Path programs;

    @ParameterizedTest
    @CsvSource({"apt, sudo apt install bubblewrap", "dnf, sudo dnf install bubblewrap", "pacman, sudo pacman -S bubblewrap", "apk, sudo apk add bubblewrap"})
    void theMachinesOwnPackageManagerIsNamedWithItsCommand(String manager, String command) throws IOException {
        executable(manager);
        assertThat(MissingTool.BUBBLEWRAP.advice(host())).isEqualTo("Install it with: " + command);
    }

    @Test
    void aManagerWithoutThePackageIsNotProposed() throws IOException {
        executable("brew");
        assertThat(MissingTool.BUBBLEWRAP.command(host())).isEmpty();
        assertThat(MissingTool.PYTHON.command(host())).contains("brew install python");
    }

    @Test
    void withoutAKnownManagerTheToolIsNamed() {
        assertThat(MissingTool.GTK.advice(host())).isEqualTo("Install GTK 3.");
    }

    private void executable(String name) throws IOException {
        assertThat(Files.createFile(programs.resolve(name)).toFile().setExecutable(true)).isTrue();
    }

    private Map<String, String> host() {
        return Map.of("PATH", "relative:" + programs);
    }
}
