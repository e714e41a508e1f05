/// Candidate patches and the sources that propose them.
@NullMarked
package dev.codeheals.engine.repair;

import org.jspecify.annotations.NullMarked;
