package dev.codeheals.engine.promote;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A promotion as it is written down before the first file is touched.
///
/// @param promotionId UUIDv7
/// @param envelopeId  the attempt whose fix it is; empty for a change made by hand
/// @param root        the project's real absolute path
/// @param reverses    the promotion that is undone or done again; null for a new one
public record PromotionIntent(String promotionId, String envelopeId, String root, Kind kind, @Nullable String reverses, Instant createdAt,
                              List<PlannedFile> files) {
    public enum Kind { PROMOTE, UNDO, REDO }

    public PromotionIntent {
        files = List.copyOf(files);
    }
}
