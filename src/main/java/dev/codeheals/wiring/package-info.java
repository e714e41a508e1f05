/// The composition root: the only place that builds the object graph.
@NullMarked
package dev.codeheals.wiring;

import org.jspecify.annotations.NullMarked;
