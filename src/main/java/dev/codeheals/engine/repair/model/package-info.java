/// Candidates from a language model: prompt, redaction, reply parsing.
@NullMarked
package dev.codeheals.engine.repair.model;

import org.jspecify.annotations.NullMarked;
