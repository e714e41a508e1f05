package dev.codeheals.engine.classify;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The user's merges and splits of clusters. A value: each change gives a new one, to be kept in a {@link ClusterRuleBook}.
///
/// @param moved  cluster → cluster the user put it in
/// @param splits cluster → place (file or function) → cluster of its own for failures there
public record ClusterRules(Map<String, String> moved, Map<String, Map<String, String>> splits) {
    private static final int LONGEST_PATH = 32;
    public static final ClusterRules NONE = new ClusterRules(Map.of(), Map.of());

    public ClusterRules {
        moved = Map.copyOf(moved);
        splits = Map.copyOf(splits);
    }

    /// From now on failures of {@code cluster} count to {@code into}. What was merged the other way round before is taken back.
    public ClusterRules merge(String cluster, String into) {
        Map<String, String> next = new HashMap<>(moved);
        next.remove(cluster);
        String at = into;
        for (int i = 0; i < LONGEST_PATH && next.containsKey(at); i++) {
            String further = next.getOrDefault(at, at);
            if (further.equals(cluster)) {
                next.remove(at);
            }
            at = further;
        }
        if (!cluster.equals(into)) {
            next.put(cluster, into);
        }
        return new ClusterRules(next, splits);
    }

    /// From now on failures of {@code cluster} at the given place (file or function) form a cluster of their own.
    public ClusterRules split(String cluster, String place) {
        Map<String, Map<String, String>> next = new HashMap<>(splits);
        Map<String, String> places = new HashMap<>(next.getOrDefault(cluster, Map.of()));
        places.put(place, named(cluster, place));
        next.put(cluster, Map.copyOf(places));
        return new ClusterRules(moved, next);
    }

    /// The name of the cluster that a split makes.
    public static String named(String cluster, String place) {
        return cluster + "@" + place;
    }

    /// Takes back every merge and split of a cluster.
    public ClusterRules reset(String cluster) {
        Map<String, String> kept = new HashMap<>(moved);
        kept.remove(cluster);
        Map<String, Map<String, String>> keptSplits = new HashMap<>(splits);
        keptSplits.remove(cluster);
        return new ClusterRules(kept, keptSplits);
    }

    /// The user's cluster for a failure, if a rule speaks of it.
    Optional<String> apply(String cluster, String file, String function) {
        String at = cluster;
        for (int i = 0; i < LONGEST_PATH; i++) {
            String next = next(at, file, function);
            if (next == null) {
                break;
            }
            at = next;
        }
        return at.equals(cluster) ? Optional.empty() : Optional.of(at);
    }

    // What a person split off a merged cluster leaves it again, so splits go first.
    private @Nullable String next(String cluster, String file, String function) {
        Map<String, String> places = splits.getOrDefault(cluster, Map.of());
        String split = places.get(file);
        split = split == null ? places.get(function) : split;
        return split == null ? moved.get(cluster) : split;
    }
}
