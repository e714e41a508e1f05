package dev.codeheals.engine.repair.model;

import java.util.function.LongSupplier;

/// What every heal shares that may ask a model; made once.
///
/// @param client   the model
/// @param redactor knows the secrets of this machine
/// @param meter    caps over all heals
/// @param budget   caps of one heal
/// @param nanos    a monotonic clock
public record ModelSetup(ModelClient client, Redactor redactor, SpendMeter meter, ModelBudget budget, LongSupplier nanos) {

    /// A source for one heal, with its own budget and memory.
    ///
    public ModelSource startHeal(ModelHeal heal) {
        return new ModelSource(this, heal);
    }
}
