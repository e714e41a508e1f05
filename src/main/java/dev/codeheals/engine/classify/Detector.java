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
    private final @Nullable String raisedIn;
    private final boolean general;
    private final String literal;
    private volatile @Nullable Pattern compiled;

    /// @param types      exception types as printed; {@code *} stands for any letters
    /// @param pattern    what the message must contain; null if the type says enough
    /// @param subject    the pattern's group that names the subject, or groups of this name with a number behind it; null if it has none
    /// @param confidence how sure a match is, where it differs from the category's own
    /// @param general    whether any other pattern that fits goes first
    /// @param raisedIn   what the innermost frame, written {@code file in function}, must contain; null if anything
    public Detector(List<String> types, @Nullable String pattern, @Nullable String subject, @Nullable Double confidence,
                    boolean general, @Nullable String raisedIn) {
        this.types = List.copyOf(types);
        this.pattern = pattern;
        this.subject = subject;
        this.confidence = confidence;
        this.general = general;
        this.raisedIn = raisedIn;
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

    public boolean general() {
        return general;
    }

    public @Nullable String raisedIn() {
        return raisedIn;
    }

    /// The smaller, the sooner it is asked.
    int rank() {
        return pattern == null && raisedIn == null ? 2 : general ? 1 : 0;
    }

    /// Compiles the pattern, which otherwise waits until it is needed.
    ///
    /// @throws PatternSyntaxException if it is not a pattern or lacks the subject's group
    void check() {
        if (raisedIn != null) {
            Pattern.compile(raisedIn);
        }
        Pattern checked = compile();
        if (checked != null && subject != null && subjects(checked).isEmpty()) {
            throw new PatternSyntaxException("the pattern has no group named '" + subject + "'", pattern == null ? "" : pattern);
        }
    }

    /// Whether message and place fit, and what the message names.
    Optional<Match> match(String message, String place) {
        if (raisedIn != null && !Pattern.compile(raisedIn).matcher(place).find()) {
            return Optional.empty();
        }
        if (pattern == null) {
            return Optional.of(new Match(this, null, ""));
        }
        String text = message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message;
        if (!literal.isEmpty() && !text.toLowerCase(Locale.ROOT).contains(literal)) {
            return Optional.empty();
        }
        Optional<Match> match = find(text);
        int end = text.indexOf('\n');
        // Output that follows an exception at once looks like more of its message.
        return match.isPresent() || end < 0 ? match : find(text.substring(0, end));
    }

    private Optional<Match> find(String text) {
        Pattern ready = compile();
        Matcher matcher = ready == null ? null : ready.matcher(text);
        return matcher == null || !matcher.find() ? Optional.empty() : Optional.of(new Match(this, named(matcher), matcher.group()));
    }

    // A pattern with alternatives names the subject once in each: subject, subject2, subject3.
    private @Nullable String named(Matcher matcher) {
        if (subject == null) {
            return null;
        }
        for (String group : subjects(matcher.pattern())) {
            String value = matcher.group(group);
            if (value != null && !value.isBlank()) {
                return value.strip();
            }
        }
        return null;
    }

    private List<String> subjects(Pattern pattern) {
        return pattern.namedGroups().keySet().stream().filter(group -> subject != null && group.startsWith(subject)).sorted().toList();
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
