package dev.codeheals.ui;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How the desktop starts.
///
/// @param project a folder to open at once; null for none
/// @param demo    whether to open a fresh copy of the sample project and run it
/// @param data    the data folder; null for the platform's own place
/// @param rehearsal whether to leave as soon as the window stands: how a start is recorded and measured
public record LaunchOptions(@Nullable Path project, boolean demo, @Nullable Path data, boolean rehearsal) {
    public static LaunchOptions none() {
        return new LaunchOptions(null, false, null, false);
    }
}
