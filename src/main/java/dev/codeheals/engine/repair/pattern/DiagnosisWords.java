package dev.codeheals.engine.repair.pattern;

import dev.codeheals.engine.classify.Diagnosis;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a diagnosis that an edit may speak of: the subject, the parts of a dotted one, and what the message quotes.
final class DiagnosisWords {
    static final String SUBJECT = "subject";
    /// The files an edit changes, for its description alone.
    static final String FILE = "file";
    private static final Pattern QUOTED = Pattern.compile("'([^'\\n]{1,80})'|\"([^\"\\n]{1,80})\"");
    private static final int MOST_QUOTED = 6;

    private final Map<String, String> words;

    private DiagnosisWords(Map<String, String> words) {
        this.words = words;
    }

    static DiagnosisWords none() {
        return new DiagnosisWords(Map.of());
    }

    static DiagnosisWords of(Diagnosis diagnosis) {
        Map<String, String> words = new LinkedHashMap<>();
        String subject = diagnosis.subject();
        if (subject != null && !subject.isBlank()) {
            words.put(SUBJECT, subject);
            int dot = subject.lastIndexOf('.');
            if (dot > 0 && dot < subject.length() - 1) {
                words.put("subject.head", subject.substring(0, dot));
                words.put("subject.tail", subject.substring(dot + 1));
            }
        }
        Matcher quoted = QUOTED.matcher(diagnosis.message());
        for (int i = 1; i <= MOST_QUOTED && quoted.find(); i++) {
            String word = quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
            words.put("q" + i, word.endsWith("()") ? word.substring(0, word.length() - 2) : word);
        }
        return new DiagnosisWords(words);
    }

    /// The hole that stands for a text; the subject before what the message quotes.
    Optional<String> hole(String text) {
        return words.entrySet().stream().filter(e -> e.getValue().equals(text)).map(Map.Entry::getKey).findFirst();
    }

    Map<String, String> all() {
        return Map.copyOf(words);
    }

    /// The text with whole words replaced by their holes in braces.
    String abstracted(String text) {
        String result = text;
        for (Map.Entry<String, String> word : words.entrySet()) {
            if (word.getValue().length() > 1) {
                result = replaceWord(result, word.getValue(), "{" + word.getKey() + "}");
            }
        }
        return result;
    }

    static String replaceWord(String text, String word, String by) {
        return whole(word).matcher(text).replaceAll(Matcher.quoteReplacement(by));
    }

    static String replaceFirstWord(String text, String word, String by) {
        return whole(word).matcher(text).replaceFirst(Matcher.quoteReplacement(by));
    }

    private static Pattern whole(String word) {
        String edge = "[\\p{L}\\p{N}_{}]";
        return Pattern.compile("(?<!" + edge + ")" + Pattern.quote(word) + "(?!" + edge + ")");
    }

    /// The text with holes filled; empty if one has no value.
    static Optional<String> filled(String text, Map<String, String> values) {
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String value = values.get(text.substring(open + 1, close));
            if (value == null) {
                return Optional.empty();
            }
            result.append(text, from, open).append(value);
            from = close + 1;
        }
        return Optional.of(result.append(text.substring(from)).toString());
    }
}
