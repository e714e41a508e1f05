/// The pattern library.
@NullMarked
package dev.codeheals.ui.patterns;

import org.jspecify.annotations.NullMarked;
