package dev.codeheals.wiring;

import dev.codeheals.engine.heal.HealBudget;
import dev.codeheals.engine.heal.HealOrder;

/// How a heal of a project is done.
public record HealSettings(HealBudget budget, double minConfidence, HealOrder.Promotion promotion) {
    /// A fix this probable counts as good enough unless the user says otherwise.
    public static final double GOOD_ENOUGH = 0.8;

    /// Everything waits for a person.
    public static final HealSettings REVIEW = new HealSettings(HealBudget.STANDARD, GOOD_ENOUGH, HealOrder.Promotion.REVIEW);

    public HealSettings withPromotion(HealOrder.Promotion value) {
        return new HealSettings(budget, minConfidence, value);
    }
}
