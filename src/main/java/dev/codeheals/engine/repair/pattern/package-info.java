/// Candidates from proven success patterns.
@NullMarked
package dev.codeheals.engine.repair.pattern;

import org.jspecify.annotations.NullMarked;
