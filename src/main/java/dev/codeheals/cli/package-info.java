/// The headless commands.
@NullMarked
package dev.codeheals.cli;

import org.jspecify.annotations.NullMarked;
