package dev.codeheals.engine.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The Python programs this application brings along, written once to a folder named after their content.
public final class PythonFiles {
    private static final List<String> NAMES = List.of("codeheals_calls.py", "codeheals_child.py", "codeheals_facts.py", "codeheals_interpreter.py", "codeheals_landlock.py",
            "codeheals_limits.py", "codeheals_namespaces.py", "codeheals_probe.py", "codeheals_values.py", "codeheals_warm.py");

    private final Path folder;

    private PythonFiles(Path folder) {
        this.folder = folder;
    }

    /// Writes the files below a cache folder unless they are there already, unchanged.
    ///
    /// @throws IOException if they cannot be written
    public static PythonFiles below(Path cache) throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (String name : NAMES) {
            contents.put(name, content(name));
        }
        Path folder = cache.toAbsolutePath().resolve("python-" + hash(contents));
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
            write(folder.resolve(entry.getKey()), entry.getValue());
        }
        return new PythonFiles(folder);
    }

    public Path folder() {
        return folder;
    }

    /// One of the programs.
    public Path file(String name) {
        return folder.resolve(name);
    }

    private static void write(Path file, byte[] content) throws IOException {
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) {
            return;
        }
        Path scratch = Files.createTempFile(file.getParent(), "new", ".py");
        Files.write(scratch, content);
        Files.move(scratch, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] content(String name) throws IOException {
        try (InputStream in = PythonFiles.class.getResourceAsStream("/python/" + name)) {
            if (in == null) {
                throw new NoSuchFileException("/python/" + name);
            }
            return in.readAllBytes();
        }
    }

    private static String hash(Map<String, byte[]> contents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            contents.forEach((name, bytes) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
