/// The program: one entry, desktop without a subcommand, headless with one.
@NullMarked
package dev.codeheals;

import org.jspecify.annotations.NullMarked;
