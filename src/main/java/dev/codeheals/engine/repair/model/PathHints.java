package dev.codeheals.engine.repair.model;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the path a piece of prose or a fence names.
final class PathHints {
    private static final Pattern PATH = Pattern.compile("(?<![\\w./\\\\-])((?:[A-Za-z]:)?[\\w./\\\\-]{0,200}[\\w-]\\.(?:py|pyi|pyx|toml|cfg|ini|txt|json|ya?ml|md|csv|sql|html|env|lock))(?![\\w/\\\\])");
    private static final int LONGEST_LINE = 300;

    private PathHints() {}

    /// The path in the line before some code; empty if it names none or several.
    static Optional<String> inLine(String line) {
        if (line.length() > LONGEST_LINE) {
            return Optional.empty();
        }
        Matcher matcher = PATH.matcher(line);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String found = matcher.group(1);
        while (matcher.find()) {
            if (!matcher.group(1).equals(found)) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    /// The only Python file some prose names; null if it names none or several.
    static @Nullable String only(String prose) {
        Set<String> named = new HashSet<>();
        prose.lines().forEach(line -> inLine(line).filter(path -> path.endsWith(".py")).ifPresent(named::add));
        return named.size() == 1 ? named.iterator().next() : null;
    }

    /// The path behind an opening fence: "python app/main.py", "python:app/main.py", "title=app/main.py".
    static Optional<String> inInfo(String info) {
        return inLine(info.replaceAll("[:=\"'{}]", " "));
    }

    /// The path a first comment names: "# app/main.py".
    static Optional<String> inFirstComment(String code) {
        int end = code.indexOf('\n');
        String first = (end < 0 ? code : code.substring(0, end)).strip();
        Matcher matcher = PATH.matcher(first);
        boolean alone = (first.startsWith("#") || first.startsWith("%%writefile ")) && matcher.find()
                && first.replaceFirst("^(?:#+|%%writefile)[-=* ]*(?:[Ff]ile(?:name)?: ?)?", "").replaceFirst("[-=*# ]+$", "").strip().equals(matcher.group(1));
        return alone ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
