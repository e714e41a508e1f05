/// Every envelope over time.
@NullMarked
package dev.codeheals.ui.timeline;

import org.jspecify.annotations.NullMarked;
