/// What the user can choose.
@NullMarked
package dev.codeheals.ui.settings;

import org.jspecify.annotations.NullMarked;
