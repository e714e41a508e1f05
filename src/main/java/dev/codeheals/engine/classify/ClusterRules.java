package dev.codeheals.engine.classify;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The user's merges and splits of clusters. A value: each change gives a new one, to be stored and handed to the next {@link ReBanker}.
///
/// @param moved  cluster as the taxonomy names it → cluster the user put it in
/// @param splits cluster → further words; a failure whose file or function has such a word gets a cluster of its own
public record ClusterRules(Map<String, String> moved, Map<String, Map<String, String>> splits) {
    private static final int LONGEST_PATH = 32;
    public static final ClusterRules NONE = new ClusterRules(Map.of(), Map.of());

    public ClusterRules {
        moved = Map.copyOf(moved);
        splits = Map.copyOf(splits);
    }

    /// From now on failures of {@code cluster} count to {@code into}.
    public ClusterRules merge(String cluster, String into) {
        Map<String, String> next = new HashMap<>(moved);
        next.put(cluster, into);
        return new ClusterRules(next, splits);
    }

    /// From now on failures of {@code cluster} at the given place (file or function) form a cluster of their own.
    public ClusterRules split(String cluster, String place) {
        Map<String, Map<String, String>> next = new HashMap<>(splits);
        Map<String, String> places = new HashMap<>(next.getOrDefault(cluster, Map.of()));
        places.put(place, cluster + "@" + place);
        next.put(cluster, Map.copyOf(places));
        return new ClusterRules(moved, next);
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
        Map<String, String> places = splits.getOrDefault(cluster, Map.of());
        String split = places.getOrDefault(file, places.get(function));
        if (split != null) {
            at = split;
        }
        for (int i = 0; i < LONGEST_PATH && moved.containsKey(at); i++) {
            at = moved.getOrDefault(at, at);
        }
        return at.equals(cluster) ? Optional.empty() : Optional.of(at);
    }
}
