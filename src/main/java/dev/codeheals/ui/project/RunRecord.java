package dev.codeheals.ui.project;

import dev.codeheals.engine.run.RunOutcome;
import java.time.Instant;

/// One run of the project's command.
///
/// @param number counted from 1 since the project was opened
public record RunRecord(int number, String healId, Instant at, String command, RunOutcome outcome) {}
