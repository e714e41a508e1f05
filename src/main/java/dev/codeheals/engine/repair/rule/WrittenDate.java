package dev.codeheals.engine.repair.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A date as someone wrote it, read piece by piece into the format that {@code strptime} reads it with.
final class WrittenDate {
    private static final Pattern PIECE = Pattern.compile("\\d+|[A-Za-z]+|[^\\dA-Za-z]");
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> CLOCK = List.of("%H", "%M", "%S");

    private final StringBuilder format = new StringBuilder();
    /// What of month and day has not been read yet, in the order it is expected.
    private final List<String> left;
    private boolean time;
    private int clock;

    private WrittenDate(List<String> left) {
        this.left = new ArrayList<>(left);
    }

    /// The format of a date; empty if a word in it means nothing, or month and day are not both there.
    ///
    /// @param monthFirst whether the first of two small numbers is the month
    static Optional<String> format(String data, boolean monthFirst) {
        WrittenDate date = new WrittenDate(monthFirst ? List.of("%m", "%d") : List.of("%d", "%m"));
        for (MatchResult piece : PIECE.matcher(data).results().toList()) {
            if (!date.read(piece.group())) {
                return Optional.empty();
            }
        }
        String made = date.format.toString();
        return date.left.isEmpty() ? Optional.of(made.contains("%p") ? made.replace("%H", "%I") : made) : Optional.empty();
    }

    private boolean read(String piece) {
        boolean known = true;
        if (Character.isDigit(piece.charAt(0))) {
            format.append(time ? clock() : day(piece));
        } else if (Character.isLetter(piece.charAt(0))) {
            Optional<String> word = word(piece);
            known = word.isPresent();
            word.ifPresent(format::append);
        } else {
            format.append(piece);
        }
        time |= left.isEmpty() && (piece.equals("T") || (piece.equals(" ") && format.indexOf("%Y") >= 0));
        return known;
    }

    private String clock() {
        return clock < CLOCK.size() ? CLOCK.get(clock++) : "%f";
    }

    private String day(String digits) {
        if (digits.length() == 8) {
            left.clear();
            return "%Y%m%d";
        }
        if (digits.length() == 4) {
            if (format.isEmpty()) {
                left.clear();
                left.addAll(List.of("%m", "%d"));
            }
            return "%Y";
        }
        if (digits.length() > 2) {
            return digits;
        }
        if (left.isEmpty()) {
            return "%y";
        }
        String field = Integer.parseInt(digits) > 12 && left.contains("%d") ? "%d" : left.getFirst();
        left.remove(field);
        return field;
    }

    private Optional<String> word(String letters) {
        String lower = letters.toLowerCase(Locale.ROOT);
        if (lower.length() >= 3 && MONTHS.contains(lower.substring(0, 3))) {
            left.remove("%m");
            return Optional.of(lower.length() > 3 ? "%B" : "%b");
        }
        if (letters.equals("T") || letters.equals("Z")) {
            return Optional.of(letters);
        }
        return lower.equals("am") || lower.equals("pm") ? Optional.of("%p") : Optional.empty();
    }
}
