package dev.codeheals.engine.repair.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What a file holds if an edit is about it: the first old line, or one of the definitions the new code gives.
record Landmarks(List<String> pieces) {

    static Landmarks of(RawEdit edit) {
        return switch (edit) {
            case RawEdit.Swap swap -> new Landmarks(swap.search().lines().map(String::strip).filter(line -> !line.isEmpty()).limit(1).toList());
            case RawEdit.Code code -> {
                List<String> lines = code.text().lines().toList();
                Set<String> names = CodeFitter.definitions(String.join("\n", LineNumbers.dropped(lines, List.of())));
                yield new Landmarks(names.stream().flatMap(name -> Stream.of("def " + name + "(", "class " + name)).toList());
            }
        };
    }

    boolean in(String text) {
        return pieces.stream().anyMatch(text::contains);
    }
}
