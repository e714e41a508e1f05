package dev.codeheals.engine.classify;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// The taxonomy that counts in each project: the built-in one, with the user's files and then the project's own on top.
///
/// Edited files count within a second. Thread-safe.
public final class ProjectTaxonomies implements Function<ProjectPaths, Taxonomy> {
    private static final int MOST_PROJECTS = 64;
    private static final long REFRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Path userFolder;
    private final LongSupplier nanos;
    private final Consumer<TaxonomyProblem> complaints;
    private final Set<TaxonomyProblem> told = new HashSet<>();
    private final Map<List<Path>, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    private static final class Entry {
        final LiveTaxonomy live;
        long refreshed;

        Entry(LiveTaxonomy live, long now) {
            this.live = live;
            this.refreshed = now;
        }
    }

    /// @param userFolder holds the user's files; it need not exist
    /// @param nanos      a clock that only goes forward
    /// @param complaints hears once of each thing that is wrong in a file
    public ProjectTaxonomies(Path userFolder, LongSupplier nanos, Consumer<TaxonomyProblem> complaints) {
        this.userFolder = userFolder;
        this.nanos = nanos;
        this.complaints = complaints;
    }

    /// Where a project keeps its own files.
    public static Path folderOf(Path project) {
        return project.resolve(".codeheals").resolve("taxonomy");
    }

    @Override
    public synchronized Taxonomy apply(ProjectPaths paths) {
        List<Path> folders = paths.roots().isEmpty() ? List.of(userFolder) : List.of(userFolder, folderOf(Path.of(paths.roots().getFirst())));
        long now = nanos.getAsLong();
        Entry entry = entries.get(folders);
        if (entry == null) {
            entry = new Entry(new LiveTaxonomy(folders), now);
            entries.put(folders, entry);
            forgetOldest();
            tell(entry.live);
        } else if (now - entry.refreshed >= REFRESH_NANOS) {
            entry.refreshed = now;
            entry.live.refresh();
            tell(entry.live);
        }
        return entry.live.get();
    }

    private void forgetOldest() {
        if (entries.size() > MOST_PROJECTS) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    private void tell(LiveTaxonomy live) {
        for (TaxonomyProblem problem : live.problems()) {
            if (told.add(problem)) {
                complaints.accept(problem);
            }
        }
    }
}
