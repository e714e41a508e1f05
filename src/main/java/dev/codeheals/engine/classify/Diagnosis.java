package dev.codeheals.engine.classify;

import org.jspecify.annotations.Nullable;

/// The diagnostic packet {@code rebanker_raw}. Holds no absolute path, time, address or random name.
///
/// @param errorCode     "RES.NAME_ERROR"
/// @param clusterId     "RES.NAME_ERROR:json", or the code alone where there is no subject
/// @param difficulty    0 (trivial) to 1
/// @param hint          one actionable sentence
/// @param confidence    0 to 1: how sure the classification is
/// @param exceptionType as printed
/// @param message       first line
/// @param subject       the missing name, module, attribute, key, file …
/// @param file          relative to the project where it lies in it
/// @param line          1-based
/// @param column        1-based
public record Diagnosis(String errorCode, String clusterId, Severity severity, double difficulty, String hint, double confidence,
                        String exceptionType, String message, @Nullable String subject, @Nullable String file, @Nullable Integer line,
                        @Nullable Integer column, @Nullable String function, String language) {

    /// The part before the first dot: "RES".
    public String family() {
        int dot = errorCode.indexOf('.');
        return dot < 0 ? errorCode : errorCode.substring(0, dot);
    }
}
