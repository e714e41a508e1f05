/// What healed before: success patterns and the abstract edits learnt from them.
@NullMarked
package dev.codeheals.engine.knowledge;

import org.jspecify.annotations.NullMarked;
