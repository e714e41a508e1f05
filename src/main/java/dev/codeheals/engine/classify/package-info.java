/// The ReBanker: turns a failure into a sealed diagnosis by the taxonomy.
@NullMarked
package dev.codeheals.engine.classify;

import org.jspecify.annotations.NullMarked;
