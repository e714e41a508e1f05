package dev.codeheals.engine.classify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A diagnosis in words.
///
/// @param title          the category's title
/// @param explain        what this kind of failure means
/// @param hint           what to do
/// @param whyThisCode    which detector matched, and on what
/// @param groupedBecause why it shares a cluster with others
/// @param tokens         the parts of the message that decided
/// @param detector       the detector's type and pattern as the taxonomy file has them
/// @param origin         the taxonomy file
public record Explanation(String title, String explain, String hint, String whyThisCode, String groupedBecause, List<String> tokens,
                          @Nullable String detector, String origin) {
    public Explanation {
        tokens = List.copyOf(tokens);
    }
}
