/// Work off the interface thread and what comes back from it.
@NullMarked
package dev.codeheals.ui.task;

import org.jspecify.annotations.NullMarked;
