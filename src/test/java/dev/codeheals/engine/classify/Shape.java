package dev.codeheals.engine.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A report as it appears in the world, with what a careful reader takes from it.
///
/// In the files each begins with {@code ==== name}. Then comes, for each failure, {@code = type | message | file:line:function | code | subject};
/// before it, where other exceptions led to it, {@code > root > next}. The text follows.
record Shape(String name, List<List<String>> failures, List<String> before, String text) {

    static List<Shape> read(String resource) {
        try (InputStream in = Objects.requireNonNull(Shape.class.getResourceAsStream("/detect/" + resource))) {
            String[] parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^==== ", -1);
            List<Shape> shapes = new ArrayList<>();
            for (int i = 1; i < parts.length; i++) {
                shapes.add(parse(parts[i].split("\n", -1)));
            }
            return shapes;
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static Shape parse(String[] lines) {
        List<List<String>> failures = new ArrayList<>();
        List<String> before = List.of();
        int at = 1;
        while (lines[at].startsWith("= ") || (failures.isEmpty() && lines[at].startsWith("> "))) {
            if (lines[at].startsWith("> ")) {
                before = List.of(lines[at].substring(2).split(" > ", -1));
            } else {
                failures.add(fields(lines[at].substring(1)));
            }
            at++;
        }
        return new Shape(lines[0], failures, before, String.join("\n", List.of(lines).subList(at, lines.length)));
    }

    private static List<String> fields(String line) {
        String[] parts = line.split(" \\|(?= |$)", -1);
        List<String> fields = new ArrayList<>();
        for (String part : parts) {
            fields.add(part.strip());
        }
        while (fields.size() < 5) {
            fields.add("");
        }
        return fields;
    }

    @Override
    public String toString() {
        return name;
    }
}
