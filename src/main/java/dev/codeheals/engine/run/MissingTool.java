package dev.codeheals.engine.run;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A tool that a machine may lack, and the command that gets it there.
public enum MissingTool {
    PYTHON("Python 3.9 or newer", List.of("python3", "python3", "python3", "python", "python3", "python")),
    PYTEST("pytest", List.of("python3-pytest", "python3-pytest", "python3-pytest", "python-pytest", "py3-pytest")),
    BUBBLEWRAP("bubblewrap", List.of("bubblewrap", "bubblewrap", "bubblewrap", "bubblewrap", "bubblewrap")),
    VIRTUAL_DISPLAY("Xvfb", List.of("xvfb", "xorg-x11-server-Xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb", "xvfb-run")),
    GTK("GTK 3", List.of("libgtk-3-0", "gtk3", "gtk3", "gtk3", "gtk+3.0"));

    /// In the order of the packages' names above.
    private static final List<Installer> INSTALLERS = List.of(new Installer("apt", "sudo apt install"), new Installer("dnf", "sudo dnf install"),
            new Installer("zypper", "sudo zypper install"), new Installer("pacman", "sudo pacman -S"), new Installer("apk", "sudo apk add"),
            new Installer("brew", "brew install"));
    private final String title;
    private final List<String> packages;

    MissingTool(String title, List<String> packages) {
        this.title = title;
        this.packages = packages;
    }

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
