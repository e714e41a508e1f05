package dev.codeheals.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codeheals.bench.generator.BrokenProjects;
import dev.codeheals.engine.run.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A generated case whose right answer is known.
record KnownTruth(Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String name() {
        return String.valueOf(folder.getFileName());
    }

    Command command() throws IOException {
        return new Command(words("command"));
    }

    /// Whether tests are what fails, or only a script.
    boolean hasTests() throws IOException {
        return files(folder.resolve("project")).stream().anyMatch(file -> String.valueOf(file.getFileName()).startsWith("test_"));
    }

    /// A copy of the broken project.
    Path project(Path copy) throws IOException {
        copy(folder.resolve("project"), copy);
        return copy;
    }

    /// Whether a project passes the check that was held back.
    boolean holds(Path healed) throws IOException, InterruptedException {
        copy(folder.resolve("hidden"), healed);
        return BrokenProjects.run(words("hidden"), healed) == 0;
    }

    /// Whether edits of files can heal it; a file that must go away is not a model's to take.
    boolean answerable() throws IOException {
        return !files(folder.resolve("fixed")).isEmpty();
    }

    /// What a model answers that knows how the program was before the bug came in: for each file the lines that differ.
    String reply() throws IOException {
        List<String> edits = new ArrayList<>();
        for (Path fixed : files(folder.resolve("fixed"))) {
            String file = folder.resolve("fixed").relativize(fixed).toString();
            edits.addAll(edit(file, Files.readString(folder.resolve("project").resolve(file)), Files.readString(fixed)));
        }
        return AnsweringServer.fix("Write it as it was meant", edits.toArray(String[]::new));
    }

    private static List<String> edit(String file, String broken, String fixed) {
        List<String> old = lines(broken);
        List<String> fresh = lines(fixed);
        int head = 0;
        while (head < Math.min(old.size(), fresh.size()) && old.get(head).equals(fresh.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(old.size(), fresh.size()) - head && old.get(old.size() - 1 - tail).equals(fresh.get(fresh.size() - 1 - tail))) {
            tail++;
        }
        while (true) {
            String search = String.join("", old.subList(head, old.size() - tail));
            boolean unique = !search.isBlank() && broken.indexOf(search) == broken.lastIndexOf(search);
            if (unique || head + tail == 0) {
                return List.of(file, search, String.join("", fresh.subList(head, fresh.size() - tail)));
            }
            head = Math.max(0, head - 1);
            tail = Math.max(0, tail - 1);
        }
    }

    private static List<String> lines(String text) {
        return Arrays.asList(text.split("(?<=\n)", -1));
    }

    private List<String> words(String key) throws IOException {
        JsonNode words = JSON.readTree(folder.resolve("case.json").toFile()).required(key);
        return words.valueStream().map(JsonNode::asText).toList();
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
