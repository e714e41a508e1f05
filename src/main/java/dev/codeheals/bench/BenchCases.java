package dev.codeheals.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codeheals.engine.run.Command;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the cases of a folder. What a case leaves out is guessed; what cannot be read is a case that fails to run, never the end.
final class BenchCases {
    static final String DESCRIPTION = "case.json";
    static final String PROJECT = "project";
    static final String HIDDEN = "hidden";
    private static final int DEPTH = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    private BenchCases() {}

    /// A case as found.
    ///
    /// @param problem why it cannot be run; empty if it can
    record Found(BenchCase bench, String problem) {}

    /// All cases below the folder, in the order of their names.
    static List<Found> below(Path folder) throws IOException {
        List<Path> roots = new ArrayList<>();
        Files.walkFileTree(folder, Set.of(), DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                if (Files.isRegularFile(visited.resolve(DESCRIPTION)) || (!visited.equals(folder) && Files.isDirectory(visited.resolve(PROJECT)))) {
                    roots.add(visited);
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return roots.stream().sorted(Comparator.comparing(root -> folder.relativize(root).toString())).map(root -> read(folder, root)).toList();
    }

    private static Found read(Path folder, Path root) {
        String relative = folder.relativize(root).toString().replace('\\', '/');
        String name = relative.isEmpty() ? String.valueOf(root.getFileName()) : relative;
        Path project = Files.isDirectory(root.resolve(PROJECT)) ? root.resolve(PROJECT) : root;
        Path hidden = root.resolve(HIDDEN);
        try {
            Path file = root.resolve(DESCRIPTION);
            JsonNode node = Files.exists(file) ? JSON.readTree(Files.readAllBytes(file)) : JSON.createObjectNode();
            Optional<Command> check = command(node, "hidden", "hidden_command");
            boolean checked = check.isPresent() || Files.isDirectory(hidden);
            String family = node.path("family").asText(node.path("kind").asText(""));
            return new Found(new BenchCase(name, family, project, command(node, "command", "cmd"),
                    checked ? Optional.of(new BenchCase.Hidden(hidden, check)) : Optional.empty()), "");
        } catch (JsonProcessingException e) {
            return new Found(nothing(name, project), DESCRIPTION + " is no JSON: " + e.getOriginalMessage());
        } catch (IOException | IllegalArgumentException e) {
            return new Found(nothing(name, project), DESCRIPTION + " cannot be used: " + e.getMessage());
        }
    }

    private static BenchCase nothing(String name, Path project) {
        return new BenchCase(name, "", project, Optional.empty(), Optional.empty());
    }

    /// A command is a list of words or one text.
    private static Optional<Command> command(JsonNode node, String key, String otherwise) {
        JsonNode value = node.has(key) ? node.get(key) : node.path(otherwise);
        if (value.isArray() && !value.isEmpty()) {
            List<String> words = new ArrayList<>();
            value.forEach(word -> words.add(word.asText()));
            return Optional.of(new Command(words));
        }
        if (value.isObject()) {
            return command(value, "command", "cmd");
        }
        return value.isTextual() && !value.asText().isBlank() ? Optional.of(Command.parse(value.asText())) : Optional.empty();
    }
}
