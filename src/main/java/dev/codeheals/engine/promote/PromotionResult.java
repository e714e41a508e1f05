package dev.codeheals.engine.promote;

import java.util.List;

/// How a promotion, undo or redo ended. Unless it is {@link Promoted}, the files are as they were, save what others wrote meanwhile.
public sealed interface PromotionResult {

    /// One sentence for a person.
    String message();

    /// @param files as the patch names them
    record Promoted(String promotionId, List<String> files) implements PromotionResult {
        public Promoted {
            files = List.copyOf(files);
        }

        @Override
        public String message() {
            return files.size() == 1 ? files.getFirst() + " is changed." : files.size() + " files are changed.";
        }
    }

    /// The file is not what was approved, or somebody wrote it meanwhile.
    ///
    /// @param kept versions put aside for a person to look at, as absolute paths; their bytes are nowhere else
    record Conflict(String file, String message, List<String> kept) implements PromotionResult {
        public Conflict {
            kept = List.copyOf(kept);
        }

        /// With where the versions put aside are.
        @Override
        public String message() {
            return kept.isEmpty() ? message : message + " Kept aside: " + String.join(", ", kept);
        }
    }

    /// It may not be done.
    ///
    /// @param code stable and short: "path-escape", "link-outside", "hard-link", "read-only-file"
    record Refused(String code, String file, String message) implements PromotionResult {}

    /// The system did not let it happen.
    record Failed(Errno errno, String message) implements PromotionResult {}
}
