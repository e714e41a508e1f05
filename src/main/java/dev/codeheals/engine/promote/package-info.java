/// Writes an approved patch to the project so that nothing is lost.
@NullMarked
package dev.codeheals.engine.promote;

import org.jspecify.annotations.NullMarked;
