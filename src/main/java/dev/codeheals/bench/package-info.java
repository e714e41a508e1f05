/// Heals many broken projects whose right answer is known, and says how good the healing is.
@NullMarked
package dev.codeheals.bench;

import org.jspecify.annotations.NullMarked;
