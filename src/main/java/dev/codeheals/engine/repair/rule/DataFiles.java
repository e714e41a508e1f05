package dev.codeheals.engine.repair.rule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The small data files that lie in a project.
final class DataFiles {
    private static final Set<String> KINDS = Set.of("csv", "json", "jsonl", "txt", "tsv", "yaml", "yml", "xml", "ini", "toml", "log", "dat");
    private static final Set<String> SETTINGS = Set.of("ini", "cfg", "conf", "toml", "json", "yaml", "yml", "env", "properties");
    private static final Pattern NAME = Pattern.compile("(?m)^\\s*\\[+([^\\]\\n]+)\\]|[\\s{,\"'](?=[\\w.-]+[\"']?\\s*[:=])([\\w.-]+)");
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

    /// The names of sections and options in the settings files.
    static Set<String> settings(Path root) {
        Set<String> names = new LinkedHashSet<>();
        try (Stream<Path> files = Files.find(root, DEPTH, (path, attributes) -> attributes.isRegularFile() && attributes.size() < LARGEST
                && SETTINGS.contains(extension(path)))) {
            for (Path file : files.limit(MOST).toList()) {
                NAME.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)).results().forEach(r -> names.add(r.group(1) != null ? r.group(1) : r.group(2)));
            }
        } catch (IOException _) {
            return Set.of();
        }
        return names;
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
