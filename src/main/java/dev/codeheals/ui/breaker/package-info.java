/// The circuit breaker's state, threshold and history.
@NullMarked
package dev.codeheals.ui.breaker;

import org.jspecify.annotations.NullMarked;
