/// Every text a person reads, by key and language.
@NullMarked
package dev.codeheals.ui.text;

import org.jspecify.annotations.NullMarked;
