package dev.codeheals.engine.run;

import java.io.File;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A tool that a machine may lack, and the command that gets it there.
///
/// @param title    how people call it
/// @param packages its package's name for each known package manager, in their order; fewer where the last ones have none
public record MissingTool(String title, List<String> packages) {
    public static final MissingTool PYTHON = new MissingTool("Python 3.9 or newer", List.of("python3", "python3", "python3", "python", "python3", "python"));
    public static final MissingTool PYTEST = new MissingTool("pytest", List.of("python3-pytest", "python3-pytest", "python3-pytest", "python-pytest", "py3-pytest"));
    public static final MissingTool BUBBLEWRAP = new MissingTool("bubblewrap", Collections.nCopies(5, "bubblewrap"));
    public static final MissingTool VIRTUAL_DISPLAY = new MissingTool("Xvfb",
            List.of("xvfb", "xorg-x11-server-Xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb", "xvfb-run"));
    public static final MissingTool GTK = new MissingTool("GTK 3", List.of("libgtk-3-0", "gtk3", "gtk3", "gtk3", "gtk+3.0"));

    private static final List<Installer> INSTALLERS = List.of(new Installer("apt", "sudo apt install"), new Installer("dnf", "sudo dnf install"),
            new Installer("zypper", "sudo zypper install"), new Installer("pacman", "sudo pacman -S"), new Installer("apk", "sudo apk add"),
            new Installer("brew", "brew install"));

    private record Installer(String program, String command) {}

    /// What to type where one of the known package managers is on the host's PATH; empty elsewhere.
    public Optional<String> command(Map<String, String> host) {
        List<String> folders = Stream.of(host.getOrDefault("PATH", "").split(File.pathSeparator)).filter(entry -> entry.startsWith("/")).toList();
        return IntStream.range(0, packages.size()).filter(i -> folders.stream().anyMatch(f -> Programs.runs(Path.of(f, INSTALLERS.get(i).program()))))
                .mapToObj(i -> INSTALLERS.get(i).command() + " " + packages.get(i)).findFirst();
    }

    /// One sentence for a person.
    public String advice(Map<String, String> host) {
        return command(host).map(command -> "Install it with: " + command).orElse("Install " + title + ".");
    }
}
