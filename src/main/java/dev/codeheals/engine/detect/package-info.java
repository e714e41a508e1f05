/// Finds every Python failure in raw output, whatever noise surrounds it.
@NullMarked
package dev.codeheals.engine.detect;

import org.jspecify.annotations.NullMarked;
