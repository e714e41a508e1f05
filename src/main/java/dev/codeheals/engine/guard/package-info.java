/// Decides, before anything runs, whether a candidate may be tried at all.
@NullMarked
package dev.codeheals.engine.guard;

import org.jspecify.annotations.NullMarked;
