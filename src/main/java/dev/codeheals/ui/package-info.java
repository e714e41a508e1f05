/// The desktop: one package a screen.
@NullMarked
package dev.codeheals.ui;

import org.jspecify.annotations.NullMarked;
