/// SQLite behind the engine's ports: the only user of java.sql.
@NullMarked
package dev.codeheals.store;

import org.jspecify.annotations.NullMarked;
