/// The heal in progress.
@NullMarked
package dev.codeheals.ui.live;

import org.jspecify.annotations.NullMarked;
