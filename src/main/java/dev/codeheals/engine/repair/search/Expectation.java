package dev.codeheals.engine.repair.search;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a failed assertion tells: one side is what the program gave, the other what the test wanted. Which is which depends on the test's
/// style, so both readings are offered where they differ.
///
/// @param one   the value printed first, without quotes if it was text
/// @param other the value printed second
record Expectation(String one, String other) {
    private static final Pattern UNEQUAL = Pattern.compile("^(?:assert )?(.{1,400}?) (?:!=|==) (.{1,400}?)(?: : .*)?$", Pattern.DOTALL);

    private static final Pattern NONE = Pattern.compile("\\bNone\\b");
    private static final List<String> EMPTY = List.of("''", "0", "[]", "{}", "()", "False");

    static Optional<Expectation> of(String message) {
        int end = message.indexOf('\n');
        Matcher matcher = UNEQUAL.matcher(end < 0 ? message : message.substring(0, end));
        return matcher.matches() ? Optional.of(new Expectation(unquoted(matcher.group(1)), unquoted(matcher.group(2)))) : Optional.empty();
    }

    /// The value that stands against a number of the program, if that number is one of the two.
    Optional<String> insteadOf(String number) {
        if (number.equals(one) && plainNumber(other)) {
            return Optional.of(other);
        }
        return number.equals(other) && plainNumber(one) ? Optional.of(one) : Optional.empty();
    }

    /// The piece of the wanted text that stands where the program's own piece stands in the text it gave.
    Optional<String> textInsteadOf(String piece) {
        return swapped(piece, one, other).or(() -> swapped(piece, other, one)).or(() -> everywhere(piece, one, other)).or(() -> everywhere(piece, other, one));
    }

    /// Whether both are texts that differ only in white space, so that one of them was not cleaned.
    boolean differsBySpace() {
        return !one.equals(other) && one.replaceAll("(\\s|\\\\[nrt])+", "").equals(other.replaceAll("(\\s|\\\\[nrt])+", ""));
    }

    /// Whether both are texts that differ only in capital letters.
    boolean differsByCase() {
        return !one.equals(other) && one.equalsIgnoreCase(other);
    }

    /// Whether both are lists of the same items, one in the opposite order of the other.
    boolean isReverse() {
        List<String> given = items(one);
        return given.size() > 1 && !one.equals(other) && given.reversed().equals(items(other));
    }

    /// The empty value that stands on one side wherever the other has None.
    Optional<String> emptyForNone() {
        return EMPTY.stream().filter(e -> filled(one, e).equals(filled(other, e)) && !one.equals(other)).findFirst();
    }

    private static String filled(String text, String empty) {
        return text.equals("None") || text.isEmpty() ? empty : NONE.matcher(text).replaceAll(empty);
    }

    private static List<String> items(String list) {
        boolean flat = list.startsWith("[") && list.endsWith("]");
        return flat ? List.of(list.substring(1, list.length() - 1).split(list.contains("(") ? "(?<=\\)), " : ", ")) : List.of();
    }

    /// The text that replaces a piece at each of the places where the program's own text has it.
    private static Optional<String> everywhere(String piece, String given, String wanted) {
        int count = given.split(Pattern.quote(piece), -1).length - 1;
        int at = given.indexOf(piece);
        if (count < 2 || (wanted.length() - given.length()) % count != 0) {
            return Optional.empty();
        }
        int end = at + piece.length() + (wanted.length() - given.length()) / count;
        if (end < at || end > wanted.length() || !wanted.startsWith(given.substring(0, at))) {
            return Optional.empty();
        }
        String replaced = wanted.substring(at, end);
        return !replaced.equals(piece) && given.replace(piece, replaced).equals(wanted) ? Optional.of(replaced) : Optional.empty();
    }

    private static Optional<String> swapped(String piece, String given, String wanted) {
        int at = given.indexOf(piece);
        if (at < 0 || given.equals(wanted)) {
            return Optional.empty();
        }
        int head = 0;
        while (head < Math.min(given.length(), wanted.length()) && given.charAt(head) == wanted.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(given.length(), wanted.length()) - head
                && given.charAt(given.length() - 1 - tail) == wanted.charAt(wanted.length() - 1 - tail)) {
            tail++;
        }
        int end = at + piece.length();
        boolean covers = at <= head && end >= given.length() - tail;
        if (!covers) {
            return Optional.empty();
        }
        String replaced = wanted.substring(at, wanted.length() - (given.length() - end));
        return replaced.equals(piece) ? Optional.empty() : Optional.of(replaced);
    }

    private static boolean plainNumber(String text) {
        return text.matches("-?\\d{1,15}(\\.\\d{1,15})?");
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && (value.charAt(0) == '\'' || value.charAt(0) == '"') && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
