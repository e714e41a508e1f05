package dev.codeheals.engine.classify;

import dev.codeheals.engine.classify.TaxonomyFile.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The built-in taxonomy with the files of the user and the project on top, which may change at any time.
///
/// {@link #refresh} looks for changes; {@link #get} always answers with a taxonomy that works. A file that is not in order
/// keeps its last good content in use. The project's categories are asked before the user's, the user's before the built-in
/// ones, and each replaces those of the same code.
public final class LiveTaxonomy implements Supplier<Taxonomy> {
    private static final int MOST_FILES = 200;

    private final List<Path> folders;
    private final Map<Path, Loaded> files = new HashMap<>();
    private volatile Taxonomy taxonomy = Taxonomy.builtIn();
    private volatile List<TaxonomyProblem> problems = List.of();

    private record Stamp(long modified, long size) {}

    private record Loaded(Stamp stamp, List<Category> lastGood, List<TaxonomyProblem> problems) {}

    /// @param folders the user's first, then the project's; they need not exist
    public LiveTaxonomy(List<Path> folders) {
        this.folders = List.copyOf(folders);
        refresh();
    }

    @Override
    public Taxonomy get() {
        return taxonomy;
    }

    /// Why files or categories are not in use; empty if all are.
    public List<TaxonomyProblem> problems() {
        return problems;
    }

    /// Reads what has changed since the last time; true if anything has.
    public synchronized boolean refresh() {
        List<TaxonomyProblem> found = new ArrayList<>();
        List<Path> present = present(found);
        boolean changed = files.keySet().retainAll(present);
        for (Path file : present) {
            changed |= update(file);
        }
        List<Category> categories = new ArrayList<>();
        for (Path file : present.reversed()) {
            Loaded loaded = files.get(file);
            if (loaded != null) {
                categories.addAll(loaded.lastGood);
                found.addAll(loaded.problems);
            }
        }
        problems = List.copyOf(found);
        if (changed) {
            categories.addAll(Taxonomy.builtIn().categories());
            taxonomy = new Taxonomy(categories);
        }
        return changed;
    }

    private boolean update(Path file) {
        Stamp stamp = stamp(file);
        Loaded before = files.get(file);
        if (before != null && before.stamp.equals(stamp)) {
            return false;
        }
        Content content = TaxonomyFile.read(file);
        boolean whole = content.categories().isEmpty() && !content.problems().isEmpty();
        List<Category> good = whole && before != null ? before.lastGood : content.categories();
        files.put(file, new Loaded(stamp, good, content.problems()));
        return true;
    }

    private static Stamp stamp(Path file) {
        try {
            return new Stamp(Files.getLastModifiedTime(file).toMillis(), Files.size(file));
        } catch (IOException e) {
            return new Stamp(-1, -1);
        }
    }

    private List<Path> present(List<TaxonomyProblem> found) {
        List<Path> all = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> entries = Files.list(folder)) {
                    all.addAll(entries.filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file)).sorted().limit(MOST_FILES).toList());
                } catch (IOException e) {
                    found.add(new TaxonomyProblem(folder.toString(), 0, "the folder cannot be listed: " + e.getMessage()));
                }
            }
        }
        return all;
    }
}
