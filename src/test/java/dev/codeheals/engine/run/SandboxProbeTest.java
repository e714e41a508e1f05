package dev.codeheals.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxProbeTest {
    @TempDir
    Path project;

    @Test
    void aToolInTheProjectIsNeverUsedWhateverPathSays() throws IOException {
        Path witness = project.resolve("was here");
        for (String name : List.of("bwrap", "python3", "python", "prlimit", "true", "unshare")) {
            Path tool = Files.writeString(project.resolve(name), "#!/bin/sh\ntouch '" + witness + "'\n");
            assertThat(tool.toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(project.resolve("pyvenv.cfg"), "home = /usr/bin\n");
        Path bin = Files.createDirectory(project.resolve("bin"));
        for (String name : List.of("bwrap", "python3")) {
            Files.copy(project.resolve(name), bin.resolve(name));
        }
        Map<String, String> host = Map.of("PATH", bin + ":" + project, "VIRTUAL_ENV", project.toString());
        SandboxProbe probe = new SandboxProbe(host, Machine.pythonFiles());
        SandboxProbe.Found found = probe.best();
        assertThat(found.sandbox().tool()).noneMatch(word -> word.startsWith(project.toString()));
        assertThat(probe.limitsOnly().limiter().words()).noneMatch(word -> word.startsWith(bin.toString()));
        assertThat(witness).doesNotExist();
    }

    @Test
    void aLevelBelowTheBestSaysWhyAndWhatHelps() {
        SandboxProbe.Found found = new SandboxProbe(Map.of("PATH", "/nowhere"), Machine.pythonFiles()).best();
        boolean best = found.sandbox().isolation() == Isolation.SANDBOX;
        assertThat(found.reason().isEmpty()).isEqualTo(best);
        assertThat(found.advice().isEmpty()).isEqualTo(best);
    }

    @Test
    void theRungWithoutBubblewrapIsASandboxToo() {
        assumeTrue(Machine.namespaces().isPresent(), "this machine forbids user namespaces");
        assertThat(Machine.namespaces().orElseThrow().isolation().allowsAuto()).isTrue();
        assertThat(Machine.limitsOnly().isolation().allowsAuto()).isFalse();
    }
}
