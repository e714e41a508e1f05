/// Light, dark and high contrast; fonts; zoom.
@NullMarked
package dev.codeheals.ui.theme;

import org.jspecify.annotations.NullMarked;
