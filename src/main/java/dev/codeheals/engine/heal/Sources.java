package dev.codeheals.engine.heal;

import dev.codeheals.engine.repair.PatchSource;
import dev.codeheals.engine.repair.model.ModelHeal;
import java.util.List;

/// Gives each heal its own sources, since a model source keeps the budget of one heal.
public interface Sources {

    /// @return in the order they are asked: patterns, rules, search, model; without those that must not be used
    List<PatchSource> forHeal(ModelHeal heal);
}
