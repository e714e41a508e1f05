package dev.codeheals.ui.patterns;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an export, an import or a merge went.
///
/// @param key    text key of a sentence
/// @param values what the sentence speaks of
/// @param faults one sentence for each line that could not be used
/// @param undo   takes it back; null where it cannot be
public record Exchanged(String key, List<Object> values, List<String> faults, @Nullable Runnable undo) {}
