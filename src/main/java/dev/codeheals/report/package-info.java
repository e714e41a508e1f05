/// Reports of what was healed, how, and by whose decision: one {@link dev.codeheals.report.Report}, six formats.
@NullMarked
package dev.codeheals.report;

import org.jspecify.annotations.NullMarked;
