/// Ranks where the fault may lie, from frames, runtime facts and coverage.
@NullMarked
package dev.codeheals.engine.localize;

import org.jspecify.annotations.NullMarked;
