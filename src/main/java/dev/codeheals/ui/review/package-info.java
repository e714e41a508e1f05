/// Proposals, their diffs and the decision about them.
@NullMarked
package dev.codeheals.ui.review;

import org.jspecify.annotations.NullMarked;
