/// What memory, patterns and insights say, as text for people and models.
@NullMarked
package dev.codeheals.engine.context;

import org.jspecify.annotations.NullMarked;
