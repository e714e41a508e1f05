package dev.codeheals.engine.detect;

import org.jspecify.annotations.Nullable;

/// What the lines before a traceback said about it.
///
/// @param lead          the exception as a service named it before the traceback; null if none did
/// @param wholeMessages whether blank lines stay inside messages, because rulers end them
record ReportContext(Failure.Kind kind, @Nullable String testId, boolean wholeMessages, @Nullable ExceptionLine lead) {
    static final ReportContext NONE = new ReportContext(Failure.Kind.TRACEBACK, null, false);

    ReportContext(Failure.Kind kind, @Nullable String testId, boolean wholeMessages) {
        this(kind, testId, wholeMessages, null);
    }
}
