/// The circuit breaker that stops healing when it does not help.
@NullMarked
package dev.codeheals.engine.breaker;

import org.jspecify.annotations.NullMarked;
