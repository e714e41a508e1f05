package dev.codeheals.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.store.KeyFile;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeysTest {
    private static final String SECRET = "canary-0123456789";
    @TempDir Path folder;

    @Test
    void theEnvironmentComesFirst() {
        KeyFile file = new KeyFile(folder.resolve("keys"));
        file.keep("ANTHROPIC_API_KEY", "stored");
        ApiKeys keys = new ApiKeys(Map.of("ANTHROPIC_API_KEY", SECRET), List.of(file));
        assertThat(keys.find(Provider.ANTHROPIC).orElseThrow().reveal()).isEqualTo(SECRET);
        assertThat(keys.find(Provider.OPENAI)).isEmpty();
    }

    @Test
    void aStoredKeyIsFoundAgainAndForgotten() {
        ApiKeys keys = new ApiKeys(Map.of(), List.of(new KeyFile(folder.resolve("keys"))));
        assertThat(keys.keep(Provider.OPENAI, " " + SECRET + " ")).isPresent();
        assertThat(new ApiKeys(Map.of(), List.of(new KeyFile(folder.resolve("keys")))).find(Provider.OPENAI).orElseThrow().reveal()).isEqualTo(SECRET);
        keys.forget(Provider.OPENAI);
        assertThat(keys.find(Provider.OPENAI)).isEmpty();
    }

    @Test
    void theFileBelongsToItsOwnerAloneAndIsNotUsedOtherwise() throws Exception {
        Assumptions.assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
        Path path = folder.resolve("keys");
        KeyFile file = new KeyFile(path);
        file.keep("OPENAI_API_KEY", SECRET);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(file.find("OPENAI_API_KEY")).isEmpty();
    }

    @Test
    void aKeyIsNeverPrinted() {
        ApiKeys keys = new ApiKeys(Map.of("OPENAI_API_KEY", SECRET), List.of());
        assertThat(keys.toString() + keys.find(Provider.OPENAI)).doesNotContain(SECRET);
    }
}
