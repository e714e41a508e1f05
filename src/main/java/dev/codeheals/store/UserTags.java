package dev.codeheals.store;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Tags people give, in a column and in an exchange: one line each, none that the record alone may give.
final class UserTags {
    private static final Set<String> DERIVED = Set.of("GOLD_STANDARD", "HIGH_CONFIDENCE", "RELIABLE");
    private static final int LONGEST = 60;
    private static final int MOST = 100;

    private UserTags() {}

    static Set<String> cleaned(Collection<String> tags) {
        return tags.stream().map(tag -> tag.strip().replaceAll("[\\s\\p{Cntrl}]+", " "))
                .map(tag -> tag.length() > LONGEST ? tag.substring(0, LONGEST).strip() : tag)
                .filter(tag -> !tag.isEmpty() && !DERIVED.contains(tag.toUpperCase(Locale.ROOT))).sorted().limit(MOST)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String joined(Collection<String> tags) {
        return String.join("\n", new TreeSet<>(tags));
    }

    static Set<String> split(String column) {
        return column.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(column.split("\n", -1)));
    }
}
