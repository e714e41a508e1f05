/// Reports in every format.
@NullMarked
package dev.codeheals.report;

import org.jspecify.annotations.NullMarked;
