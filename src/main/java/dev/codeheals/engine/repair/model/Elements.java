package dev.codeheals.engine.repair.model;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tags with their ends in text that is no more than like XML. Looks for no end twice in vain, so that many open tags take no longer than few.
final class Elements {
    /// @param name in small letters
    record Element(String name, int start, int inside, int insideEnd, int end) {}

    private final String text;
    private final String lower;
    private final Set<String> endless = new HashSet<>();

    Elements(String text) {
        this.text = text;
        this.lower = text.toLowerCase(Locale.ROOT);
    }

    /// The next element that begins with such a tag.
    ///
    /// @param open its first group that matches is the name
    Optional<Element> next(Pattern open, int from) {
        Matcher tag = open.matcher(text);
        int at = from;
        while (lower.length() == text.length() && at <= text.length() && tag.find(at)) {
            Optional<Element> found = closed(tag);
            if (found.isPresent()) {
                return found;
            }
            at = tag.end();
        }
        return Optional.empty();
    }

    /// The element that begins there, white space before it not counted.
    Optional<Element> right(Pattern open, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        Matcher tag = open.matcher(text).region(at, text.length());
        return lower.length() == text.length() && tag.lookingAt() ? closed(tag) : Optional.empty();
    }

    private Optional<Element> closed(Matcher tag) {
        int group = 1;
        while (tag.group(group) == null) {
            group++;
        }
        String name = tag.group(group).toLowerCase(Locale.ROOT);
        String close = "</" + name + ">";
        int end = endless.contains(name) ? -1 : lower.indexOf(close, tag.end());
        if (end < 0) {
            endless.add(name);
            return Optional.empty();
        }
        return Optional.of(new Element(name, tag.start(), tag.end(), end, end + close.length()));
    }
}
