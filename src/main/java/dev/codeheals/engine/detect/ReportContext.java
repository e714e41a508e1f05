package dev.codeheals.engine.detect;

import org.jspecify.annotations.Nullable;

/// What the lines before a traceback said about it.
///
/// @param wholeMessages whether blank lines stay inside messages, because rulers end them
record ReportContext(Failure.Kind kind, @Nullable String testId, boolean wholeMessages) {
    static final ReportContext NONE = new ReportContext(Failure.Kind.TRACEBACK, null, false);
}
