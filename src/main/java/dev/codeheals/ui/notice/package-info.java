/// Telling the user something while the window is out of sight.
@NullMarked
package dev.codeheals.ui.notice;

import org.jspecify.annotations.NullMarked;
