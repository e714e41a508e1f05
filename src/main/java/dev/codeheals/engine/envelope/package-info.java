/// The record of one attempt, the recent ring and the journal port.
@NullMarked
package dev.codeheals.engine.envelope;

import org.jspecify.annotations.NullMarked;
