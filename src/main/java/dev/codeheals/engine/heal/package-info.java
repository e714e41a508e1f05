/// The retry loop that joins the stages: one attempt, one envelope.
@NullMarked
package dev.codeheals.engine.heal;

import org.jspecify.annotations.NullMarked;
