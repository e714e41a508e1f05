/// The window around the screens: toolbar, sidebar, status bar, palette.
@NullMarked
package dev.codeheals.ui.shell;

import org.jspecify.annotations.NullMarked;
