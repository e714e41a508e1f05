package dev.codeheals.engine.classify;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Where the user's merges and splits of clusters are kept, so that they hold for every later failure.
public interface ClusterRuleBook extends Supplier<ClusterRules> {
    /// Replaces the rules by what the change makes of them, whoever else changes them meanwhile.
    ///
    /// @return the rules from now on
    ClusterRules change(UnaryOperator<ClusterRules> change);
}
