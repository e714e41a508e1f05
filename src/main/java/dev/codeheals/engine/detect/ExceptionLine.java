package dev.codeheals.engine.detect;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The line that names an exception: {@code package.Type: message}.
///
/// @param type    as printed
/// @param message the rest of the line; empty if none
record ExceptionLine(String type, String message) {
    private static final int LONGEST_TYPE = 200;
    private static final Set<String> NOT_TYPES = Set.of("else", "try", "finally", "except", "lambda", "default", "INFO", "DEBUG", "WARNING", "WARN",
            "ERROR", "CRITICAL", "FATAL", "TRACE", "NOTICE", "NOTE", "Note", "note", "Hint", "hint", "HINT", "TODO", "FIXME", "Warning", "warning",
            "error", "info", "Error", "Expected", "Got", "expected", "got", "Actual", "actual", "Environment", "Steps", "Version", "Versions", "Edit",
            "EDIT", "Update", "UPDATE", "Output", "output", "Result", "Usage", "usage", "http", "https", "File", "Traceback", "pass", "return", "break", "continue");
    private static final Set<String> SUFFIX_FREE = Set.of("KeyboardInterrupt", "SystemExit", "GeneratorExit", "StopIteration", "StopAsyncIteration",
            "Exception", "BaseException", "ExceptionGroup", "BaseExceptionGroup", "Failed", "Exit", "Skipped");

    private static final Set<String> LOWER_CASE = Set.of("error", "timeout", "gaierror", "herror");

    /// Reads a line that follows frames, where any dotted name counts.
    static @Nullable ExceptionLine afterFrames(String line) {
        ExceptionLine read = read(line);
        boolean type = read != null && (read.type.equals("Warning") || !NOT_TYPES.contains(read.type));
        return type ? read : null;
    }

    /// Reads a line whose type also has the name of an exception.
    static @Nullable ExceptionLine named(String line) {
        ExceptionLine read = read(line);
        return read != null && looksLikeType(read.type) ? read : null;
    }

    /// Whether a name reads like that of an exception class.
    static boolean looksLikeType(String type) {
        String name = type.substring(type.lastIndexOf('.') + 1);
        if (NOT_TYPES.contains(type)) {
            return false;
        }
        boolean suffixed = name.endsWith("Error") || name.endsWith("Exception") || name.endsWith("Warning") || name.endsWith("ExceptionGroup");
        return (suffixed && name.length() > 5 && Character.isUpperCase(firstLetter(name)))
                || SUFFIX_FREE.contains(name)
                || (type.indexOf('.') > 0 && LOWER_CASE.contains(name));
    }

    /// Whether a name reads like that of a class with its module.
    static boolean dottedClass(String type) {
        int dot = type.lastIndexOf('.');
        return dot > 0 && Character.isUpperCase(firstLetter(type.substring(dot + 1)));
    }

    private static int firstLetter(String name) {
        int at = 0;
        while (at < name.length() - 1 && name.charAt(at) == '_') {
            at++;
        }
        return name.charAt(at);
    }

    private static @Nullable ExceptionLine read(String line) {
        int at = 0;
        int limit = Math.min(line.length(), LONGEST_TYPE);
        while (at < limit && isTypeChar(line, at)) {
            at++;
        }
        if (at == 0 || !startsName(line.charAt(0)) || line.charAt(at - 1) == '.') {
            return null;
        }
        if (at < line.length() && line.charAt(at) == ':' && at + 1 < line.length()) {
            char next = line.charAt(at + 1);
            return next == ' ' || next == '\t' ? new ExceptionLine(line.substring(0, at), line.substring(at + 2)) : null;
        }
        int rest = at < line.length() && line.charAt(at) == ':' ? at + 1 : at;
        while (rest < line.length() && Character.isWhitespace(line.charAt(rest))) {
            rest++;
        }
        return rest == line.length() ? new ExceptionLine(line.substring(0, at), "") : null;
    }

    private static boolean startsName(char c) {
        return c == '_' || Character.isUnicodeIdentifierStart(c);
    }

    // "<locals>" appears in the name of a class defined inside a function.
    private static boolean isTypeChar(String line, int at) {
        char c = line.charAt(at);
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
            return true;
        }
        if (c == '<' || c == '>') {
            int open = c == '<' ? at : line.lastIndexOf('<', at);
            return open > 0 && line.startsWith("<locals>", open) && at < open + 8;
        }
        return c == '.' || Character.isUnicodeIdentifierPart(c);
    }
}
