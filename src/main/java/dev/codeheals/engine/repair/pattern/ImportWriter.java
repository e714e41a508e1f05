package dev.codeheals.engine.repair.pattern;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.ImportPlace;
import dev.codeheals.engine.source.Insertion;
import dev.codeheals.engine.source.PythonParser;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.SourceTree;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts an import where the file has its imports, in its style.
final class ImportWriter {
    private final Set<String> localModules;

    ImportWriter(SourceTree tree) {
        this.localModules = tree.pythonFiles().stream().map(ImportWriter::topLevel).collect(Collectors.toSet());
    }

    /// The edit; empty if the file makes that binding at its top already.
    Optional<Replacement> add(SourceFile source, Imports.Binding binding) {
        ImportPlace place = ImportPlace.of(PythonParser.parse(source), localModules);
        String name = binding.name();
        Optional<Insertion> insertion = name == null ? place.importModule(binding.module(), binding.alias())
                : place.importFrom(binding.module(), name, binding.alias());
        return insertion.map(i -> Replacement.insert(i.offset(), i.text()));
    }

    private static String topLevel(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path.substring(0, path.length() - ".py".length()) : path.substring(0, slash);
    }
}
