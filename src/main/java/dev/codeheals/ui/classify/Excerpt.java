package dev.codeheals.ui.classify;

import dev.codeheals.engine.detect.StackFrame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The source around a frame's line.
///
/// @param first number of the first line, 1-based
/// @param line  number of the frame's line
public record Excerpt(int first, List<String> lines, int line) {
    private static final int AROUND = 3;
    private static final long LARGEST = 4L << 20;

    public Excerpt {
        lines = List.copyOf(lines);
    }

    /// What stands around the frame now.
    ///
    /// @return empty where the file is gone, or its line is not the one that was printed: it changed since, and its lines would mislead
    public static Optional<Excerpt> of(Path project, StackFrame frame) {
        String file = frame.file();
        String source = frame.source();
        if (file == null || source == null) {
            return Optional.empty();
        }
        try {
            Path path = project.resolve(file);
            if (!Files.isRegularFile(path) || Files.size(path) > LARGEST) {
                return Optional.empty();
            }
            List<String> all = new String(Files.readAllBytes(path), StandardCharsets.UTF_8).lines().toList();
            if (frame.line() < 1 || frame.line() > all.size() || !all.get(frame.line() - 1).strip().equals(source.strip())) {
                return Optional.empty();
            }
            int from = Math.max(0, frame.line() - 1 - AROUND);
            return Optional.of(new Excerpt(from + 1, all.subList(from, Math.min(all.size(), frame.line() + AROUND)), frame.line()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
