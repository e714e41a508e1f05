package dev.codeheals.project;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/// Small choices of the user, kept as a properties file in the data folder. Thread-safe.
///
/// A file that cannot be read counts as empty; a value that cannot be written stays in force until the program ends.
public final class PreferencesFile {
    private final Path file;
    private final Properties values = new Properties();

    public PreferencesFile(Path dataFolder) {
        file = dataFolder.resolve("preferences.properties");
        if (Files.isReadable(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                values.load(in);
            } catch (IOException | IllegalArgumentException _) {
                values.clear();
            }
        }
    }

    public synchronized String get(String name, String fallback) {
        return values.getProperty(name, fallback);
    }

    /// Keeps the value at once.
    ///
    /// @throws UncheckedIOException if it cannot be written
    public synchronized void put(String name, String value) {
        if (value.equals(values.setProperty(name, value))) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            try (Writer out = Files.newBufferedWriter(fresh)) {
                values.store(out, null);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The choice could not be kept: " + e.getMessage(), e);
        }
    }
}
