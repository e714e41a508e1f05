/// One failure and the story of its attempts.
@NullMarked
package dev.codeheals.ui.failure;

import org.jspecify.annotations.NullMarked;
