package dev.codeheals.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataFolderTest {
    private static final Path HOME = Path.of("/home/someone");

    @Test
    void theAskedFolderWins() {
        assertThat(DataFolder.choose(Path.of("/data/here"), Map.of("CODEHEALS_HOME", "/elsewhere"), "Linux", HOME)).isEqualTo(Path.of("/data/here"));
    }

    @Test
    void theVariableComesNext() {
        assertThat(DataFolder.choose(null, Map.of("CODEHEALS_HOME", "/elsewhere"), "Linux", HOME)).isEqualTo(Path.of("/elsewhere"));
    }

    @Test
    void linuxKeepsDataWhereTheDesktopExpectsIt() {
        assertThat(DataFolder.choose(null, Map.of(), "Linux", HOME)).isEqualTo(HOME.resolve(".local/share/codeheals"));
        assertThat(DataFolder.choose(null, Map.of("XDG_DATA_HOME", "/xdg"), "Linux", HOME)).isEqualTo(Path.of("/xdg/codeheals"));
    }

    @Test
    void macKeepsDataInItsLibrary() {
        assertThat(DataFolder.choose(null, Map.of(), "Mac OS X", HOME)).isEqualTo(HOME.resolve("Library/Application Support/CodeHeals"));
    }
}
