/// Runs a command with limits, bounded output and the best isolation the platform offers.
@NullMarked
package dev.codeheals.engine.run;

import org.jspecify.annotations.NullMarked;
