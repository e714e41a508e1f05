package dev.codeheals.engine.repair.rule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The small data files that lie in a project.
final class DataFiles {
    private static final Set<String> KINDS = Set.of("csv", "json", "jsonl", "txt", "tsv", "yaml", "yml", "xml", "ini", "toml", "log", "dat");
    private static final int DEPTH = 5;
    private static final int MOST = 40;
    private static final long LARGEST = 1_000_000;

    private DataFiles() {}

    /// Whether one of them holds the text as words of their own.
    static boolean hold(Path root, String words) {
        Pattern text = Pattern.compile("(?<!\\w)" + Pattern.quote(words) + "(?!\\w)");
        try (Stream<Path> files = Files.find(root, DEPTH, (path, attributes) -> attributes.isRegularFile() && attributes.size() < LARGEST
                && KINDS.contains(extension(path)))) {
            List<Path> found = files.limit(MOST).toList();
            return found.stream().anyMatch(path -> holds(path, text));
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean holds(Path path, Pattern text) {
        try {
            return text.matcher(new String(Files.readAllBytes(path), StandardCharsets.UTF_8)).find();
        } catch (IOException _) {
            return false;
        }
    }

    private static String extension(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
