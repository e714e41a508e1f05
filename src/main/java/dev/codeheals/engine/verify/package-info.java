/// Proves a candidate on an isolated copy of the project.
@NullMarked
package dev.codeheals.engine.verify;

import org.jspecify.annotations.NullMarked;
