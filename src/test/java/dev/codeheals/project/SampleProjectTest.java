package dev.codeheals.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleProjectTest {
    @TempDir
    Path folder;

    @Test
    void theSampleIsCopiedWhole() throws IOException {
        Path copy = SampleProject.copyTo(folder.resolve("sample"));

        assertThat(copy.resolve("shop/storage.py")).exists();
        assertThat(copy.resolve("tests/__init__.py")).exists();
        assertThat(copy.resolve("main.py")).exists();
    }

    @Test
    void aFolderWithFilesIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("mine.py"), "x = 1\n");

        assertThatThrownBy(() -> SampleProject.copyTo(folder)).isInstanceOf(IOException.class).hasMessageContaining("not empty");
        assertThat(folder.resolve("main.py")).doesNotExist();
    }
}
