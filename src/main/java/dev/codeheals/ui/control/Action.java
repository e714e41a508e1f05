package dev.codeheals.ui.control;

/// Something a person can do from anywhere: it stands in the command palette, in the shortcuts sheet and on its keys.
///
/// @param key      text key of its name
/// @param shortcut as JavaFX writes key combinations ("Shortcut+K"); empty for none
/// @param run      does it
public record Action(String key, String shortcut, Runnable run) {}
