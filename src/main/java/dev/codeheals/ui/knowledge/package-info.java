/// What was learnt, in numbers.
@NullMarked
package dev.codeheals.ui.knowledge;

import org.jspecify.annotations.NullMarked;
