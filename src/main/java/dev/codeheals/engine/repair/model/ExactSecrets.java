package dev.codeheals.engine.repair.model;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds given values, plain and as base64, hex, percent-escaped and backslash-escaped text.
final class ExactSecrets {
    private static final int SHORTEST = 4;
    private static final int SHORTEST_ENCODED = 6;
    private static final String RUN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=_-";

    /// @param whole whether the run it stands in hides more of the value and goes too
    private record Form(String text, boolean whole) {}

    private final List<Form> forms;

    ExactSecrets(Set<String> values) {
        Set<Form> all = new LinkedHashSet<>();
        values.stream().map(String::strip).filter(value -> value.length() >= SHORTEST && !SecretLooks.standsIn(value)).forEach(value -> all.addAll(forms(value)));
        this.forms = all.stream().sorted(Comparator.comparingInt((Form form) -> form.text().length()).reversed().thenComparing(Form::text)).toList();
    }

    List<Span> find(String text) {
        List<Span> found = new ArrayList<>();
        for (Form form : forms) {
            for (int at = text.indexOf(form.text()); at >= 0; at = text.indexOf(form.text(), at + 1)) {
                int end = at + form.text().length();
                if (form.whole()) {
                    found.add(run(text, at, end));
                } else if (form.text().length() >= 8 || standsAlone(text, at, end)) {
                    found.add(new Span(at, end, "SECRET"));
                }
            }
        }
        return found;
    }

    private static boolean standsAlone(String text, int start, int end) {
        return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)) || !Character.isLetterOrDigit(text.charAt(start)))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)) || !Character.isLetterOrDigit(text.charAt(end - 1)));
    }

    private static Span run(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start > 0 && RUN.indexOf(text.charAt(start - 1)) >= 0) {
            start--;
        }
        while (end < text.length() && RUN.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return new Span(start, end, "SECRET");
    }

    private static List<Form> forms(String value) {
        List<Form> forms = new ArrayList<>(List.of(new Form(value, false)));
        if (value.length() < SHORTEST_ENCODED) {
            return forms;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        forms.add(new Form(HexFormat.of().formatHex(bytes), true));
        forms.add(new Form(HexFormat.of().withUpperCase().formatHex(bytes), true));
        for (int shift = 0; shift < 3; shift++) {
            String core = base64Core(bytes, shift);
            forms.add(new Form(core, true));
            forms.add(new Form(core.replace('+', '-').replace('/', '_'), true));
        }
        String escaped = URLEncoder.encode(value, StandardCharsets.UTF_8);
        for (String percent : List.of(escaped, escaped.replace("+", "%20"), escaped.replace("%2F", "/"), allPercent(bytes))) {
            forms.add(new Form(percent, false));
            forms.add(new Form(lowerEscapes(percent), false));
        }
        forms.addAll(backslashed(value));
        return forms;
    }

    /// What base64 makes of the value wherever it begins in the encoded bytes: the characters that depend on nothing else.
    private static String base64Core(byte[] value, int shift) {
        byte[] shifted = new byte[value.length + shift];
        System.arraycopy(value, 0, shifted, shift, value.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int start = shift == 0 ? 0 : shift + 1;
        int end = shifted.length % 3 == 0 ? encoded.length() : encoded.length() - 1;
        return encoded.substring(start, end);
    }

    private static String allPercent(byte[] bytes) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : bytes) {
            escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
        }
        return escaped.toString();
    }

    private static String lowerEscapes(String percent) {
        StringBuilder lower = new StringBuilder(percent);
        for (int i = percent.indexOf('%'); i >= 0 && i + 2 < percent.length(); i = percent.indexOf('%', i + 1)) {
            lower.replace(i, i + 3, percent.substring(i, i + 3).toLowerCase(Locale.ROOT));
        }
        return lower.toString();
    }

    /// As JSON and as Python's {@code repr} write it.
    private static List<Form> backslashed(String value) {
        String slashes = value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
        StringBuilder unicode = new StringBuilder();
        slashes.chars().forEach(c -> unicode.append(c < 0x7F ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        String plain = unicode.toString();
        return Arrays.asList(new Form(slashes, false), new Form(slashes.replace("\"", "\\\""), false), new Form(slashes.replace("'", "\\'"), false),
                new Form(plain.replace("\"", "\\\""), false), new Form(plain.replace("\"", "\\\"").replace("/", "\\/"), false));
    }
}
