/// What the healer does and knows, for programs on the same machine: JSON and server-sent events over loopback.
@NullMarked
package dev.codeheals.report.status;

import org.jspecify.annotations.NullMarked;
