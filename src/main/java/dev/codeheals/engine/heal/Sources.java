package dev.codeheals.engine.heal;

import dev.codeheals.engine.repair.PatchSource;
import dev.codeheals.engine.repair.model.ModelCall;
import java.util.List;
import java.util.function.Consumer;

/// Gives each heal its own sources, since a model source keeps the budget of one heal.
public interface Sources {

    /// @param text  hears pieces of a model's reply
    /// @param calls hears of each exchange with a model
    /// @return in the order they are asked: patterns, rules, search, model; without those that must not be used
    List<PatchSource> forHeal(Consumer<String> text, Consumer<ModelCall> calls);
}
