package dev.codeheals.engine.classify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The known categories of failure, ready to match.
///
/// Among the detectors that accept an exception the one with the closest type wins (as printed, then by its last name, then by a
/// wildcard), at equal distance one with a pattern before one without, then the order of the files. Immutable.
public final class Taxonomy {
    private final Map<String, Category> categories;
    private final Map<String, List<Entry>> byType = new HashMap<>();
    private final List<Entry> wildcards = new ArrayList<>();

    private record Entry(Category category, Detector detector) {}

    /// A category with the detector that chose it.
    ///
    /// @param type    the detector's type that fitted
    /// @param subject what the message names; null if nothing
    /// @param matched the part of the message that matched; empty if the type alone decided
    public record Match(Category category, Detector detector, String type, @Nullable String subject, String matched) {
        /// How sure the match is.
        public double confidence() {
            Double own = detector.confidence();
            return own == null ? category.confidence() : own;
        }
    }

    private static final class BuiltIn {
        static final Taxonomy TAXONOMY = TaxonomyReader.builtIn();
    }

    /// @param categories later ones replace earlier ones with the same code
    public Taxonomy(Collection<Category> categories) {
        Map<String, Category> byCode = new LinkedHashMap<>();
        categories.forEach(category -> byCode.put(category.code(), category));
        this.categories = Map.copyOf(byCode);
        byCode.values().forEach(this::index);
    }

    private void index(Category category) {
        for (Detector detector : category.detectors()) {
            Entry entry = new Entry(category, detector);
            for (String type : detector.types()) {
                if (type.indexOf('*') >= 0) {
                    if (!wildcards.contains(entry)) {
                        wildcards.add(entry);
                    }
                } else {
                    List<Entry> entries = byType.computeIfAbsent(type, key -> new ArrayList<>());
                    entries.add(entry);
                }
            }
        }
    }

    /// The taxonomy that comes with the program.
    public static Taxonomy builtIn() {
        return BuiltIn.TAXONOMY;
    }

    public Collection<Category> categories() {
        return categories.values();
    }

    public Optional<Category> category(String code) {
        return Optional.ofNullable(categories.get(code));
    }

    /// The category of an exception as printed.
    public Optional<Match> match(String exceptionType, String message) {
        String type = TypeNames.plain(exceptionType);
        Match match = among(type, message);
        String last = TypeNames.last(type);
        if (match == null && !last.equals(type) && !TypeNames.isBuiltin(last)) {
            match = among(last, message);
        }
        return Optional.ofNullable(match == null ? wildcard(type, message) : match);
    }

    private @Nullable Match among(String type, String message) {
        List<Entry> entries = byType.get(type);
        return entries == null ? null : first(entries, type, message);
    }

    private static @Nullable Match first(List<Entry> entries, String type, String message) {
        Entry plain = null;
        for (Entry entry : entries) {
            if (entry.detector.pattern() == null) {
                plain = plain == null ? entry : plain;
                continue;
            }
            Optional<Detector.Match> match = entry.detector.match(message);
            if (match.isPresent()) {
                return new Match(entry.category, entry.detector, type, match.get().subject(), match.get().matched());
            }
        }
        return plain == null ? null : new Match(plain.category, plain.detector, type, null, "");
    }

    private @Nullable Match wildcard(String type, String message) {
        Match found = null;
        int closest = -1;
        for (Entry entry : wildcards) {
            for (String glob : entry.detector.types()) {
                int score = TypeNames.globScore(glob, type);
                if (score > closest) {
                    Optional<Detector.Match> match = entry.detector.match(message);
                    if (match.isPresent()) {
                        closest = score;
                        found = new Match(entry.category, entry.detector, glob, match.get().subject(), match.get().matched());
                    }
                }
            }
        }
        return found;
    }
}
