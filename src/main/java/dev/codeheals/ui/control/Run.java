package dev.codeheals.ui.control;

/// A stretch of one line of code or output that looks the same.
///
/// @param text   what is shown
/// @param style  style class of its letters; empty for plain
/// @param marked whether it stands on a coloured ground
/// @param link   what a click opens; empty for nothing
public record Run(String text, String style, boolean marked, String link) {
    public static Run plain(String text) {
        return new Run(text, "", false, "");
    }

    public static Run styled(String text, String style) {
        return new Run(text, style, false, "");
    }
}
