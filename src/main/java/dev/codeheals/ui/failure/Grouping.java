package dev.codeheals.ui.failure;

import dev.codeheals.engine.classify.ClusterRules;

/// The user's say in which failures count as one kind. Every call may block.
public interface Grouping {
    /// From now on failures of one cluster count to another.
    void merge(String cluster, String into);

    /// From now on failures of a cluster at a place (file or function) are a kind of their own.
    void split(String cluster, String place);

    /// Takes back every merge and split of a cluster.
    void reset(String cluster);

    ClusterRules rules();
}
