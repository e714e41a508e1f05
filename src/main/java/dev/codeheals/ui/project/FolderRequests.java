package dev.codeheals.ui.project;

/// What a person can ask for before a project is open.
///
/// @param chooseFolder shows the platform's folder dialog
/// @param trySample    opens a fresh copy of the bundled sample project
public record FolderRequests(Runnable chooseFolder, Runnable trySample) {}
