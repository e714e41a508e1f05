/// Candidates from a search over small edits.
@NullMarked
package dev.codeheals.engine.repair.search;

import org.jspecify.annotations.NullMarked;
