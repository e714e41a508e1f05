package dev.codeheals.engine.repair.model;

import dev.codeheals.engine.repair.RepairRequest;
import java.util.List;

/// Writes the prompt: deterministic, redacted, within a budget of tokens.
final class PromptBuilder {

    ModelPrompt build(RepairRequest request, Redaction redaction, List<String> faults) {
        return ModelPrompt.of("", redaction.mask(request.failure().excerpt()) + faults, 4096);
    }

    /// The next turn after a reply that could not be used.
    ModelPrompt repair(ModelPrompt prompt, String reply, String fault) {
        return prompt.followedBy(reply, "Your reply could not be used. " + fault + " Answer again with one JSON object.");
    }
}
