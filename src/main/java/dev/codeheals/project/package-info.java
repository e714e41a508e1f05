/// The watched folder: trust, settings, watcher, interpreter and command discovery.
@NullMarked
package dev.codeheals.project;

import org.jspecify.annotations.NullMarked;
