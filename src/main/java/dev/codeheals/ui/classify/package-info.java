/// A pasted failure, explained.
@NullMarked
package dev.codeheals.ui.classify;

import org.jspecify.annotations.NullMarked;
