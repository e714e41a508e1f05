/// Python source as text, tokens and a syntax tree, tolerant of broken code.
@NullMarked
package dev.codeheals.engine.source;

import org.jspecify.annotations.NullMarked;
