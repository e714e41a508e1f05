/// The small parts every screen shares: marks, badges, bars, code lines.
@NullMarked
package dev.codeheals.ui.control;

import org.jspecify.annotations.NullMarked;
