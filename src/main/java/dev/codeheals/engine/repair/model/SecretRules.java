package dev.codeheals.engine.repair.model;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Kinds of secrets that are known by their form, as data: `secret-rules.json`.
final class SecretRules {
    private static final List<Rule> ALL = load().stream().map(Rule::of).toList();
    private static final List<Rule> TOKENS = ALL.stream().filter(rule -> rule.kind().token() != null).toList();
    private static final List<Rule> PATTERNS = ALL.stream().filter(rule -> rule.kind().token() == null).toList();
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9_+/=~.$:@%,-]{16,}+");
    private static final double WORDY = 0.9;
    private static final int BEFORE = 160;
    private static final int AFTER = 6_600;

    /// One kind as written in the data.
    ///
    /// @param token   a pattern of the secret alone, found where no letter or digit stands right before or after it
    /// @param pattern a pattern with context, whose first group is the secret
    /// @param near    lower-case words one of which stands within the context; only there the pattern is looked for
    /// @param sample  how such a secret looks: {@code {a-f0-9:32}} stands for 32 characters of that class
    /// @param clean   texts in which nothing must be found
    record Kind(String id, String label, @Nullable String token, @Nullable String pattern, @Nullable List<String> near, String sample,
                List<String> clean) {}

    /// A kind that is ready to search.
    private record Rule(Kind kind, Pattern pattern) {
        static Rule of(Kind kind) {
            return new Rule(kind, Pattern.compile(kind.token() == null ? Objects.requireNonNull(kind.pattern())
                    : "(?<![A-Za-z0-9])(" + kind.token() + ")(?![A-Za-z0-9])"));
        }

        void find(String text, int from, int to, List<Span> into) {
            Matcher matcher = pattern.matcher(text).region(from, to).useTransparentBounds(true);
            while (matcher.find()) {
                int group = matcher.groupCount() > 0 ? 1 : 0;
                String value = matcher.group(group);
                if (value != null && !SecretLooks.standsIn(value) && suspicious(tail(value))) {
                    into.add(new Span(matcher.start(group), matcher.end(group), "SECRET"));
                }
            }
        }

        /// What follows the fixed beginning that makes the kind known.
        private String tail(String value) {
            return kind.token() != null && value.length() > 12 ? value.substring(8) : value;
        }
    }

    private SecretRules() {}

    static List<Kind> kinds() {
        return ALL.stream().map(Rule::kind).toList();
    }

    static List<Span> find(String text) {
        List<Span> found = new ArrayList<>();
        Matcher run = RUN.matcher(text);
        while (run.find()) {
            if (suspicious(run.group())) {
                TOKENS.forEach(rule -> rule.find(text, run.start(), run.end(), found));
            }
        }
        String lower = text.toLowerCase(Locale.ROOT);
        for (Rule rule : PATTERNS) {
            for (String word : Objects.requireNonNull(rule.kind().near())) {
                near(rule, word, text, lower, found);
            }
        }
        return found;
    }

    private static void near(Rule rule, String word, String text, String lower, List<Span> found) {
        int searched = 0;
        for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, Math.max(at + 1, searched - word.length()))) {
            int from = Math.max(searched, at - BEFORE);
            searched = Math.min(text.length(), at + AFTER);
            rule.find(text, from, searched, found);
        }
    }

    /// Runs that are plain words cannot hold a secret, and most runs of code are.
    private static boolean suspicious(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9') || SecretLooks.wordiness(text) < WORDY;
    }

    private static List<Kind> load() {
        try (InputStream data = Objects.requireNonNull(SecretRules.class.getResourceAsStream("secret-rules.json"))) {
            return new ObjectMapper().readValue(data, new TypeReference<List<Kind>>() {});
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
