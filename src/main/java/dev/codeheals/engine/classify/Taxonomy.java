package dev.codeheals.engine.classify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The known categories of failure, ready to match.
///
/// Among the detectors that accept an exception the one with the closest type wins: as printed, then by its module, then by its
/// last name, then by how its name ends. At equal distance one with a pattern goes before a general one, and that before one
/// without a pattern; then the order of the files counts. Immutable.
public final class Taxonomy {
    private final Map<String, Category> categories;
    private final Map<String, List<Entry>> byType = new HashMap<>();
    private final List<Glob> modules = new ArrayList<>();
    private final List<Glob> endings = new ArrayList<>();

    private record Entry(Category category, Detector detector) {}

    private record Glob(String type, Entry entry) {}

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

    /// @param categories of several with the same code the first counts
    public Taxonomy(Collection<Category> categories) {
        Map<String, Category> byCode = new LinkedHashMap<>();
        categories.forEach(category -> byCode.putIfAbsent(category.code(), category));
        this.categories = Collections.unmodifiableMap(byCode);
        byCode.values().forEach(this::index);
        sort();
    }

    private void index(Category category) {
        for (Detector detector : category.detectors()) {
            Entry entry = new Entry(category, detector);
            for (String type : detector.types()) {
                int star = type.indexOf('*');
                if (star < 0) {
                    byType.computeIfAbsent(type, key -> new ArrayList<>()).add(entry);
                } else {
                    (type.lastIndexOf('.', star) > 0 ? modules : endings).add(new Glob(type, entry));
                }
            }
        }
    }

    // General patterns wait until no other pattern fits, bare types until no pattern fits at all.
    private void sort() {
        byType.values().forEach(entries -> entries.sort(Comparator.comparingInt(entry -> entry.detector.rank())));
    }

    /// The taxonomy that comes with the program.
    public static Taxonomy builtIn() {
        return BuiltIn.TAXONOMY;
    }

    /// All categories, in the order in which they count.
    public Collection<Category> categories() {
        return categories.values();
    }

    public Optional<Category> category(String code) {
        return Optional.ofNullable(categories.get(code));
    }

    /// The category of an exception as printed, wherever it was raised.
    public Optional<Match> match(String exceptionType, String message) {
        return match(exceptionType, message, "");
    }

    /// The category of an exception as printed.
    ///
    /// @param place the innermost frame, written {@code file in function}; empty if unknown
    public Optional<Match> match(String exceptionType, String message, String place) {
        String type = TypeNames.plain(exceptionType);
        String last = TypeNames.last(type);
        Match match = among(type, message, place);
        if (match == null) {
            match = globs(modules, type, message, place);
        }
        if (match == null && !last.equals(type) && !TypeNames.isBuiltin(last)) {
            match = among(last, message, place);
        }
        return Optional.ofNullable(match == null ? globs(endings, type, message, place) : match);
    }

    /// Whether a "Type: message" text gets any category at all.
    boolean matches(String text) {
        int colon = text.indexOf(": ");
        String type = colon < 0 ? text : text.substring(0, colon);
        return match(type, colon < 0 ? "" : text.substring(colon + 2)).isPresent();
    }

    private @Nullable Match among(String type, String message, String place) {
        for (Entry entry : byType.getOrDefault(type, List.of())) {
            Optional<Detector.Match> match = entry.detector.match(message, place);
            if (match.isPresent()) {
                return new Match(entry.category, entry.detector, type, match.get().subject(), match.get().matched());
            }
        }
        return null;
    }

    private static @Nullable Match globs(List<Glob> globs, String type, String message, String place) {
        Match found = null;
        int closest = -1;
        for (Glob glob : globs) {
            int score = TypeNames.globScore(glob.type, type);
            if (score > closest) {
                Optional<Detector.Match> match = glob.entry.detector.match(message, place);
                if (match.isPresent()) {
                    closest = score;
                    found = new Match(glob.entry.category, glob.entry.detector, glob.type, match.get().subject(), match.get().matched());
                }
            }
        }
        return found;
    }
}
