package dev.codeheals.ui.patterns;

import dev.codeheals.engine.knowledge.SuccessPattern;

/// A pattern as a row of the table.
record PatternRow(SuccessPattern pattern) {}
