/// Reports, with a preview.
@NullMarked
package dev.codeheals.ui.report;

import org.jspecify.annotations.NullMarked;
