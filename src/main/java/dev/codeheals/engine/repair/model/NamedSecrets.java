package dev.codeheals.engine.repair.model;

import dev.codeheals.engine.repair.model.SecretNames.Promise;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds values that stand behind a name like "password", in code, dumps, headers, addresses and markup.
final class NamedSecrets {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{1,79}+");
    private static final Pattern BETWEEN = Pattern.compile("\\\\{0,3}[\"'`]?[\\])]{0,2}(?:\\s{0,3}:\\s{0,3}[A-Za-z_][A-Za-z_\\[\\]., |]{0,40}(?=\\s{0,3}=[^=]))?"
            + "(?:\\s{0,4}(?:=>|:=|==|!=|=|:|,|>|\\bis\\b)\\s{0,4}|\\s{0,1}(?=\\()|\\s{1,2}(?=[\"']))(\\(?)\\s{0,4}(?:[rRbBuUfF]{1,2}(?=[\"']))?");
    /// A list of words or an address, where the name only stands before the value in a list of arguments.
    private static final Pattern WORDS = Pattern.compile("[A-Za-z]+(?:[_.\\- ][A-Za-z]+)*[0-9]?");
    private static final Pattern QUOTE = Pattern.compile("\\\\{0,3}(?:\"\"\"|'''|[\"'`])");
    private static final Pattern BARE = Pattern.compile("[^\\s\"'`,;&<>(){}\\[\\]]{3,400}");
    private static final int LONGEST = 4_000;

    private final String text;
    private final Literals literals;
    private final List<Span> found = new ArrayList<>();

    private NamedSecrets(String text, Literals literals) {
        this.text = text;
        this.literals = literals;
    }

    static List<Span> find(String text, Literals literals) {
        NamedSecrets search = new NamedSecrets(text, literals);
        Map<String, Promise> promises = new HashMap<>();
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            Promise promise = promises.computeIfAbsent(name.group(), SecretNames::promise);
            if (promise != Promise.NOTHING) {
                search.after(name.end(), name.group(), promise);
            }
        }
        return search.found;
    }

    private void after(int end, String name, Promise promise) {
        Matcher between = BETWEEN.matcher(text).region(end, text.length()).useTransparentBounds(true);
        if (!between.lookingAt() || between.end() == end) {
            return;
        }
        String sign = between.group().replaceAll("[^=:,>(]|is", "");
        boolean tuple = !between.group(1).isEmpty() && sign.startsWith("=");
        int at = between.end();
        boolean weak = sign.isEmpty() || sign.startsWith(",") || sign.startsWith("(");
        Promise kept = weak ? SecretNames.promise(name.substring(name.lastIndexOf('.') + 1)) : promise;
        if (QUOTE.matcher(text).region(at, text.length()).lookingAt()) {
            quoted(at, kept, tuple, weak);
        } else if (!weak && !tuple) {
            bare(at, text.substring(end, at), name, promise);
        }
    }

    /// One string, those joined to it, and all of a tuple: {@code auth=("bob", "…")}.
    private void quoted(int from, Promise promise, boolean tuple, boolean weak) {
        int at = from;
        while (at >= 0 && at < text.length()) {
            Matcher open = QUOTE.matcher(text).region(at, text.length());
            if (!open.lookingAt()) {
                return;
            }
            int start = open.end();
            int close = close(start, open.group());
            if (close < 0) {
                return;
            }
            String value = text.substring(start, close);
            if (isSecret(value, promise, tuple) && (!weak || !WORDS.matcher(value).matches())) {
                found.add(new Span(start, close, "SECRET"));
            } else if (!tuple) {
                return;
            }
            at = nextString(close + open.group().length(), tuple);
        }
    }

    private int close(int start, String quote) {
        int limit = Math.min(text.length(), start + LONGEST);
        for (int i = start; i < limit; i++) {
            if (text.startsWith(quote, i)) {
                return i;
            }
            if (text.charAt(i) == '\n' && quote.length() == 1) {
                return -1;
            }
            i += text.charAt(i) == '\\' && !quote.startsWith("\\") ? 1 : 0;
        }
        return -1;
    }

    /// Where a string begins that is joined to the one before; -1 if none is.
    private int nextString(int from, boolean tuple) {
        int i = from;
        boolean lineBreak = false;
        while (i < text.length() && i - from < 120 && (Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '+' || (tuple && text.charAt(i) == ',')
                || (text.charAt(i) == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
            lineBreak |= text.charAt(i) == '\n';
            i++;
        }
        boolean joined = i < text.length() && (text.charAt(i) == '"' || text.charAt(i) == '\'') && (i > from || lineBreak);
        return joined ? i : -1;
    }

    private static boolean isSecret(String value, Promise promise, boolean tuple) {
        if (value.length() < 3 || SecretLooks.standsIn(value) || value.contains("{") || value.contains("%s")) {
            return false;
        }
        boolean spaced = value.chars().anyMatch(Character::isWhitespace);
        return switch (promise) {
            case SURELY -> spaced ? passphrase(value) : value.length() >= 4 && !isName(value);
            case LIKELY -> (tuple && !spaced && !isName(value)) || SecretLooks.secretLike(value);
            case PERHAPS -> value.length() >= 16 && !spaced && SecretLooks.random(value.length() < 20 ? value + value : value);
            case NOTHING -> false;
        };
    }

    /// "db_password", "new-password": the name of a field, not its value.
    private static boolean isName(String value) {
        return WORDS.matcher(value).matches() && SecretNames.soundsSecret(value);
    }

    private static boolean passphrase(String value) {
        return value.matches("[a-z]{3,12}(?: [a-z]{3,12}){3,8}") && SecretLooks.entropy(value) > 3.2;
    }

    private void bare(int at, String between, String name, Promise promise) {
        Matcher bare = BARE.matcher(text).region(at, text.length());
        String sign = between.strip().replaceAll("[\"'\\\\`\\])]", "");
        if (!bare.lookingAt() || (sign.equals(">") && !text.startsWith("<", bare.end()))) {
            return;
        }
        boolean dump = sign.equals("=") && !between.contains(" ") && name.equals(name.toUpperCase(Locale.ROOT));
        String value = bare.group().replaceAll("[.:!?]+$", "");
        int end = at + value.length();
        boolean called = end < text.length() && "([".indexOf(text.charAt(end)) >= 0;
        if (value.length() < 3 || called || SecretLooks.standsIn(value) || (!dump && !literals.hold(at))) {
            return;
        }
        boolean identifier = value.matches("[A-Za-z_][A-Za-z_]*[0-9]?(?:\\.[A-Za-z_]\\w*)*") && !dump;
        boolean secret = switch (promise) {
            case SURELY -> dump || (value.length() >= 5 && (!identifier || value.matches("[a-z]{4,}[0-9]")));
            case LIKELY -> (dump && value.length() >= 6 && !value.contains("/")) || SecretLooks.secretLike(value);
            case PERHAPS -> SecretLooks.random(value);
            case NOTHING -> false;
        };
        if (secret) {
            found.add(new Span(at, dump ? dumpEnd(at, end) : end, "SECRET"));
        }
    }

    /// In a dump of the environment the value goes on to the end of the line.
    private int dumpEnd(int at, int end) {
        int lineStart = text.lastIndexOf('\n', at) + 1;
        boolean alone = text.substring(lineStart, at).matches("\\s{0,8}(?:[+$>] )?(?:export |set |declare -x )?[A-Z0-9_]{1,80}=");
        int lineEnd = text.indexOf('\n', end);
        return alone ? lineEnd < 0 ? text.length() : lineEnd : end;
    }
}
