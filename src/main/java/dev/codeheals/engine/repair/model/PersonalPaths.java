package dev.codeheals.engine.repair.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the names of people and of folders outside the project.
final class PersonalPaths {
    private static final Pattern HOME = Pattern.compile("(?<![A-Za-z0-9_.])(?:[A-Za-z]:)?[\\\\/]{1,4}(?:home|Users|Documents and Settings)[\\\\/]{1,4}([^\\\\/\\s\"'<>|:*?,;(){}\\[\\]]{1,64})");
    private static final Pattern PYTHON = Pattern.compile("(?:[A-Za-z]:)?[\\\\/][^\\s\"'<>|:]{0,200}?[\\\\/](?=(?:lib|Lib)[\\\\/]{1,2}(?:python[0-9.]{1,5}[\\\\/]|[a-z_]+\\.py))");
    private static final Set<String> EVERYBODY = Set.of("root", "user", "users", "admin", "test", "tests", "dev", "app", "ubuntu", "debian", "runner",
            "vagrant", "docker", "jenkins", "git", "www", "home", "data", "shared", "public", "default", "guest", "node", "python", "pi", "build");

    private final List<String> roots;
    private final Set<String> names;

    /// @param root  the project's folder
    /// @param names login names on this machine
    PersonalPaths(Path root, Set<String> names) {
        List<String> forms = new ArrayList<>();
        for (Path form : new Path[] {root, root.toAbsolutePath().normalize()}) {
            String path = form.toString();
            if (path.length() > 1) {
                forms.add(path);
                forms.add(path.replace("\\", "\\\\"));
                forms.add(path.replace('\\', '/'));
            }
        }
        this.roots = forms.stream().distinct().toList();
        this.names = names;
    }

    /// The project's own folder and people's names, wherever they stand.
    List<Span> find(String text) {
        List<Span> found = new ArrayList<>();
        roots.forEach(root -> occurrences(text, root).forEach(at -> found.add(new Span(at, at + root.length(), "PATH"))));
        Matcher home = HOME.matcher(text);
        while (mayNameHomes(text) && home.find()) {
            boolean goesOn = home.end() < text.length() && (text.charAt(home.end()) == '/' || text.charAt(home.end()) == '\\');
            if (goesOn || names.contains(home.group(1))) {
                found.add(new Span(home.start(1), home.end(1), "USER"));
            }
        }
        for (String name : names) {
            if (name.length() >= 3 && !EVERYBODY.contains(name.toLowerCase(Locale.ROOT))) {
                occurrences(text, name).stream().filter(at -> standsAlone(text, at, at + name.length())).forEach(at -> found.add(new Span(at, at + name.length(), "USER")));
            }
        }
        return found;
    }

    private static boolean mayNameHomes(String text) {
        return text.contains("home") || text.contains("Users") || text.contains("Documents and Settings");
    }

    /// Output for reading only: the project's paths made relative, the interpreter's folder made short.
    String shortened(String output) {
        String text = output;
        for (String root : roots) {
            for (String separator : new String[] {"/", "\\", "\\\\"}) {
                text = text.replace(root + separator, "");
            }
        }
        return PYTHON.matcher(text).replaceAll("<python>/");
    }

    private static List<Integer> occurrences(String text, String what) {
        List<Integer> places = new ArrayList<>();
        for (int at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + what.length())) {
            places.add(at);
        }
        return places;
    }

    private static boolean standsAlone(String text, int start, int end) {
        return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1))) && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }
}
