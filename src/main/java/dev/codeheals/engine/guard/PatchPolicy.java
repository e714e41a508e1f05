package dev.codeheals.engine.guard;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.ProjectSnapshot;

/// The rules every candidate passes before anything runs.
public interface PatchPolicy {
    GuardDecision check(CandidatePatch patch, ProjectSnapshot project);
}
