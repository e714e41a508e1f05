package dev.codeheals.engine.detect;

import java.util.List;

/// What speaks for a report being Python's, besides its exceptions.
///
/// @param headed       whether it had Python's header
/// @param notebook     whether frames were spelled as notebooks do
/// @param foreignStack whether another language's frames followed
record ReportEvidence(boolean headed, boolean notebook, boolean foreignStack, ReportContext context) {

    /// Whether the exceptions are Python's beyond doubt.
    boolean convincing(List<Traceback> tracebacks) {
        Traceback reported = tracebacks.getLast();
        if (reported.exceptionType().isEmpty()) {
            return headed && !reported.frames().isEmpty();
        }
        if (headed || !reported.frames().isEmpty() || tracebacks.size() > 1) {
            return true;
        }
        return !foreignStack && PythonMessages.certain(reported);
    }

    /// The shape of the report that ends with this exception.
    Failure.Kind kind(Traceback reported) {
        if (context.testId() != null) {
            return context.kind();
        }
        if (context.kind() == Failure.Kind.WARNING) {
            return Failure.Kind.WARNING;
        }
        if (reported.frames().isEmpty() && !headed) {
            return Failure.Kind.MESSAGE;
        }
        if (!reported.frames().isEmpty() && reported.frames().getLast().function().isEmpty() && PythonMessages.isSyntax(reported.exceptionType())) {
            return Failure.Kind.SYNTAX;
        }
        return notebook ? Failure.Kind.NOTEBOOK : Failure.Kind.TRACEBACK;
    }
}
