package dev.codeheals.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/// What the program did, one short line each, for finding out later what went wrong. Readable by its owner only; rotated, so it never
/// grows beyond a few files. Every line is redacted and cut short, so neither secrets nor sources pile up in it. A log that cannot be
/// written stops nothing.
public final class LogFile {
    private static final long LARGEST = 10L << 20;
    private static final int OLDER_FILES = 2;
    private static final int LONGEST_LINE = 400;

    private final Path folder;
    private final Path file;
    private final InstantSource clock;
    private final UnaryOperator<String> redaction;
    private final long largest;

    /// @param folder    the data folder
    /// @param redaction takes secrets out of a line
    public LogFile(Path folder, InstantSource clock, UnaryOperator<String> redaction) {
        this(folder, clock, redaction, LARGEST);
    }

    /// @param largest bytes a file may have before the next one is begun
    public LogFile(Path folder, InstantSource clock, UnaryOperator<String> redaction, long largest) {
        this.folder = folder;
        this.file = folder.resolve("codeheals.log");
        this.clock = clock;
        this.redaction = redaction;
        this.largest = largest;
    }

    /// Adds a line.
    ///
    /// @param event  one or two words: "promoted", "store damaged"
    /// @param detail ids, paths and reasons; never file content
    /// @return whether it could be written
    public synchronized boolean write(String event, String detail) {
        String line = redaction.apply(event + ": " + detail).replaceAll("\\p{Cntrl}+", " ");
        String cut = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
        try {
            DataFolder.ownerFolder(folder);
            DataFolder.ownerFile(file);
            if (Files.size(file) > largest) {
                rotate();
            }
            Files.writeString(file, clock.instant() + " " + cut + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private void rotate() throws IOException {
        for (int age = OLDER_FILES; age > 0; age--) {
            Path younger = age == 1 ? file : numbered(age - 1);
            if (Files.exists(younger)) {
                Files.move(younger, numbered(age), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        DataFolder.ownerFile(file);
    }

    private Path numbered(int age) {
        return folder.resolve("codeheals." + age + ".log");
    }
}
