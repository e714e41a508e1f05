package dev.codeheals.engine.classify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.detect.StackFrame;
import dev.codeheals.engine.detect.Traceback;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One failure as the program that raised it knows it, to be held against what was read from its output.
final class Expectation {
    // The hook that recorded the truth ran before Python added its suggestion.
    private static final Pattern SUGGESTION = Pattern.compile("\\. Did you (?:mean|forget)[^\n]*");

    private final JsonNode truth;

    Expectation(JsonNode truth) {
        this.truth = truth;
    }

    /// Every way in which a reading differs; empty if it is right.
    List<String> differences(Failure failure, Diagnosis packet) {
        List<String> found = new ArrayList<>();
        types(failure, found);
        messages(failure, found);
        relations(failure, found);
        place(failure, packet, found);
        if (!oneOf(truth.path("code").asText(), packet.errorCode())) {
            found.add("code " + packet.errorCode() + ", not " + truth.path("code").asText());
        }
        differ("subject", text("subject"), packet.subject(), found);
        differ("kind", text("kind"), failure.kind().name(), found);
        String test = text("test");
        if (test != null && (failure.testId() == null || !wildcard(test, failure.testId()))) {
            found.add("test " + failure.testId() + ", not " + test);
        }
        return found;
    }

    private static void differ(String what, @Nullable String wanted, @Nullable String got, List<String> found) {
        if (wanted != null && !wanted.equals(got)) {
            found.add(what + " " + got + ", not " + wanted);
        }
    }

    private void types(Failure failure, List<String> found) {
        List<String> got = failure.chain().stream().map(Traceback::exceptionType).toList();
        List<String> wanted = texts(truth.path("types"));
        // Test runners may leave out the module, the interpreter itself never does.
        boolean same = truth.has("frames") ? got.equals(wanted) : lasts(got).equals(lasts(wanted));
        if (!same) {
            found.add("chain " + got + ", not " + wanted);
        }
    }

    private static List<String> lasts(List<String> types) {
        return types.stream().map(TypeNames::last).toList();
    }

    private void messages(Failure failure, List<String> found) {
        List<String> wanted = texts(truth.path("messages"));
        if (wanted.size() != failure.chain().size()) {
            return;
        }
        for (int i = 0; i < wanted.size(); i++) {
            String want = wanted.get(i);
            if (i == wanted.size() - 1) {
                want = String.join("\n", concat(want, texts(truth.path("notes"))));
            }
            Traceback link = failure.chain().get(i);
            String got = truth.has("frames") || want.contains("\n") ? link.message() : link.summary();
            if (!withoutSuggestion(got).equals(withoutSuggestion(want)) && !link.exceptionType().startsWith("Unicode")) {
                found.add("message \"" + got + "\", not \"" + want + "\"");
            }
        }
    }

    private static List<String> concat(String first, List<String> rest) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    static String withoutSuggestion(String message) {
        return SUGGESTION.matcher(message).replaceAll("");
    }

    private void relations(Failure failure, List<String> found) {
        List<String> wanted = texts(truth.path("relations"));
        List<String> got = failure.chain().stream().map(link -> link.relation().name().toLowerCase(Locale.ROOT)).toList();
        if (wanted.size() > 1 && !got.subList(1, got.size()).equals(wanted.subList(1, wanted.size()))) {
            found.add("relations " + got + ", not " + wanted);
        }
    }

    private void place(Failure failure, Diagnosis packet, List<String> found) {
        List<StackFrame> frames = ReBanker.frames(failure, ProjectPaths.UNKNOWN);
        if (truth.path("frames").isArray()) {
            List<String> got = frames.stream().map(frame -> frame.file() + ":" + frame.line() + ":" + frame.function()).toList();
            List<String> wanted = new ArrayList<>();
            truth.path("frames").forEach(frame -> wanted.add(frame.get(0).asText() + ":" + frame.get(1).asInt() + ":" + frame.get(2).asText()));
            if (!got.equals(wanted)) {
                found.add("frames " + got + ", not " + wanted);
            }
        }
        JsonNode innermost = truth.path("innermost");
        if (innermost.isArray()) {
            boolean pytest = "PYTEST".equals(text("kind")) && packet.file() != null;
            StackFrame last = frames.isEmpty() ? null : frames.getLast();
            String file = pytest ? packet.file() : last == null ? null : last.file();
            int line = pytest ? Objects.requireNonNullElse(packet.line(), 0) : last == null ? 0 : last.line();
            String function = pytest ? Objects.requireNonNullElse(packet.function(), "") : last == null ? "" : last.function();
            at(innermost, file, line, function, found);
        }
    }

    private static void at(JsonNode innermost, @Nullable String file, int line, String function, List<String> found) {
        if (!innermost.get(0).isNull() && !sameFile(innermost.get(0).asText(), file)) {
            found.add("file " + file + ", not " + innermost.get(0).asText());
        }
        if (!innermost.get(1).isNull() && innermost.get(1).asInt() != line) {
            found.add("line " + line + ", not " + innermost.get(1).asInt());
        }
        if (!innermost.get(2).isNull() && !innermost.get(2).asText().equals(function)) {
            found.add("function " + function + ", not " + innermost.get(2).asText());
        }
    }

    // pytest names files relative to where it runs.
    private static boolean sameFile(String wanted, @Nullable String got) {
        return got != null && (wanted.equals(got) || ("/" + wanted).endsWith("/" + got) || ("/" + got).endsWith("/" + wanted));
    }

    /// Whether a code is one of those wanted, which bars separate.
    static boolean oneOf(String wanted, String got) {
        for (String pattern : wanted.split("\\|", -1)) {
            if (wildcard(pattern, got)) {
                return true;
            }
        }
        return false;
    }

    private static boolean wildcard(String pattern, String text) {
        String[] parts = pattern.split("\\*", -1);
        StringBuilder regex = new StringBuilder(Pattern.quote(parts[0]));
        for (int i = 1; i < parts.length; i++) {
            regex.append(".*").append(Pattern.quote(parts[i]));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
    }

    private @Nullable String text(String field) {
        JsonNode value = truth.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
