package dev.codeheals.engine.localize;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was seen of one value while the program failed. Secrets are already masked.
///
/// @param type       the type's name ("int", "NoneType", "pandas.core.frame.DataFrame")
/// @param repr       at most 200 chars
/// @param length     {@code len(value)} where it has one
/// @param keys       keys of a mapping or columns of a table, as reprs, at most 200; empty otherwise
/// @param attributes public attribute names, at most 400; empty for plain builtin values
/// @param elements   type names of the first elements of a sequence or of the values of a mapping, at most 5
public record ValueFacts(String type, String repr, @Nullable Integer length, List<String> keys, List<String> attributes,
                         List<String> elements) {
    public ValueFacts {
        keys = List.copyOf(keys);
        attributes = List.copyOf(attributes);
        elements = List.copyOf(elements);
    }
}
