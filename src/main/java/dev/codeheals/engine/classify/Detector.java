package dev.codeheals.engine.classify;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One way to recognise a category: by the exception's type and, if a pattern is given, its message.
///
/// Patterns run on a linear-time engine and must not use look-around or back references. They search in the whole message.
public final class Detector {
    private static final int LONGEST_MESSAGE = 4_096;

    private final List<String> types;
    private final @Nullable String pattern;
    private final @Nullable String subject;
    private final @Nullable Double confidence;
    private final String literal;
    private volatile @Nullable Pattern compiled;

    /// @param types      exception types as printed; {@code *} stands for any letters
    /// @param pattern    what the message must contain; null if the type says enough
    /// @param subject    the pattern's group that names the subject; null if it has none
    /// @param confidence how sure a match is, where it differs from the category's own
    public Detector(List<String> types, @Nullable String pattern, @Nullable String subject, @Nullable Double confidence) {
        this.types = List.copyOf(types);
        this.pattern = pattern;
        this.subject = subject;
        this.confidence = confidence;
        this.literal = pattern == null ? "" : PatternLiteral.longest(pattern).toLowerCase(Locale.ROOT);
    }

    public List<String> types() {
        return types;
    }

    public @Nullable String pattern() {
        return pattern;
    }

    public @Nullable Double confidence() {
        return confidence;
    }

    /// Compiles the pattern, which otherwise waits until it is needed.
    ///
    /// @throws PatternSyntaxException if it is not a pattern or lacks the subject's group
    void check() {
        Pattern checked = compile();
        if (checked != null && subject != null && !checked.namedGroups().containsKey(subject)) {
            throw new PatternSyntaxException("the pattern has no group named '" + subject + "'", pattern == null ? "" : pattern);
        }
    }

    /// Whether the message fits, and what it names.
    Optional<Match> match(String message) {
        if (pattern == null) {
            return Optional.of(new Match(this, null, ""));
        }
        String text = message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message;
        if (!literal.isEmpty() && !text.toLowerCase(Locale.ROOT).contains(literal)) {
            return Optional.empty();
        }
        Pattern ready = compile();
        Matcher matcher = ready == null ? null : ready.matcher(text);
        if (matcher == null || !matcher.find()) {
            return Optional.empty();
        }
        return Optional.of(new Match(this, named(matcher), matcher.group()));
    }

    private @Nullable String named(Matcher matcher) {
        if (subject == null) {
            return null;
        }
        String value = matcher.group(subject);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private @Nullable Pattern compile() {
        Pattern ready = compiled;
        if (ready == null && pattern != null) {
            ready = Pattern.compile(pattern);
            compiled = ready;
        }
        return ready;
    }

    /// A detector that matched.
    ///
    /// @param subject what the message names; null if nothing
    /// @param matched the part of the message that matched; empty if the type alone decided
    record Match(Detector detector, @Nullable String subject, String matched) {}
}
