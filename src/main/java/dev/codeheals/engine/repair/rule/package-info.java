/// Candidates from rules: one class a rule.
@NullMarked
package dev.codeheals.engine.repair.rule;

import org.jspecify.annotations.NullMarked;
