package dev.codeheals.engine.repair.model;

import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.SourceTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A project that is only text.
record TextTree(Map<String, String> texts) implements SourceTree {

    static TextTree of(String... pathsAndTexts) {
        Map<String, String> texts = new TreeMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            texts.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
        }
        return new TextTree(texts);
    }

    @Override
    public List<String> pythonFiles() {
        return texts.keySet().stream().filter(path -> path.endsWith(".py")).toList();
    }

    @Override
    public Optional<SourceFile> file(String path) {
        return Optional.ofNullable(texts.get(path)).map(text -> SourceFile.of(path, text));
    }
}
