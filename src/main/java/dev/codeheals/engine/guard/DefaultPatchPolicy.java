package dev.codeheals.engine.guard;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.ProjectSnapshot;
import java.util.List;

/// The rules every candidate passes before anything runs.
public final class DefaultPatchPolicy implements PatchPolicy {
    private final GuardSettings settings;

    public DefaultPatchPolicy(GuardSettings settings) {
        this.settings = settings;
    }

    @Override
    public GuardDecision check(CandidatePatch patch, ProjectSnapshot project) {
        return patch.edits().size() > settings.maxFiles() ? new GuardDecision.Refusal("too-many-files", "The fix changes too many files.")
                : new GuardDecision.Accepted(List.of());
    }
}
