/// Clients for language models over HTTP.
@NullMarked
package dev.codeheals.llm;

import org.jspecify.annotations.NullMarked;
