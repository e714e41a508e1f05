/// From evidence to a calibrated probability that a fix is correct.
@NullMarked
package dev.codeheals.engine.score;

import org.jspecify.annotations.NullMarked;
