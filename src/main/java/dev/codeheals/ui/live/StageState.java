package dev.codeheals.ui.live;

/// How far a stage is.
///
/// @param detail a few words; may be empty
public record StageState(Progress progress, String detail) {
    public enum Progress { AHEAD, ACTIVE, DONE, SKIPPED, FAILED }

    static final StageState AHEAD = new StageState(Progress.AHEAD, "");
}
