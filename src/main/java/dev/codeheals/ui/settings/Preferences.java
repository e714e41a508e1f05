package dev.codeheals.ui.settings;

/// What the user chose for the window, kept between starts. Callable from any thread.
public interface Preferences {
    /// The value kept under the name; the fallback if there is none.
    String get(String name, String fallback);

    void put(String name, String value);
}
