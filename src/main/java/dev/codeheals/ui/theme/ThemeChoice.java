package dev.codeheals.ui.theme;

/// What the user asked for.
public enum ThemeChoice { SYSTEM, LIGHT, DARK, CONTRAST }
