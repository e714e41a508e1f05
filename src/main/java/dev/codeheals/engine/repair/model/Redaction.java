package dev.codeheals.engine.repair.model;

import dev.codeheals.engine.classify.PacketHash;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Replaces secrets, people's names and the project's place by placeholders, and puts them back.
///
/// A placeholder is a word that stays valid code: {@code CODEHEALS_SECRET_4f2a9c_1}. The same value always gets the same one.
/// Thread-safe.
public final class Redaction {
    static final String MARK = "CODEHEALS_";

    private final ExactSecrets exact;
    private final PersonalPaths paths;
    private final String nonce;
    private final Map<String, String> placeholders = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, List<Span>> codeSpans = new ConcurrentHashMap<>();
    private final Pattern given;
    private final Pattern leftover;

    Redaction(KnownSecrets known, Path root) {
        this.exact = new ExactSecrets(known.values());
        this.paths = new PersonalPaths(root, known.userNames());
        this.nonce = PacketHash.sha256(root.toString()).substring(0, 6);
        this.given = Pattern.compile(MARK + "(?:SECRET|USER|PATH)_" + nonce + "_[0-9]{1,5}(?![0-9A-Za-z_])");
        this.leftover = Pattern.compile("(?i)code.{0,2}heals.{0,2}(?:secret|user|path)|" + nonce + "_?[0-9]|(?:secret|user|path)_" + nonce);
    }

    /// For texts of no project in particular: a log, a report.
    public static Redaction of(KnownSecrets known, Path root) {
        return new Redaction(known, root);
    }

    /// Code without secrets; a reply's edit of it can be put back exactly.
    public String maskCode(String code) {
        return replaced(code, spans(code, Literals.of(code)));
    }

    /// A stretch of a file's code without secrets, judged by the whole file: a key of many lines is one placeholder.
    String maskWindow(String code, int start, int end) {
        List<Span> all = codeSpans.computeIfAbsent(code, c -> Span.merged(spans(c, Literals.of(c))));
        StringBuilder masked = new StringBuilder();
        int from = start;
        for (Span span : all) {
            if (span.end() > start && span.start() < end) {
                masked.append(code, from, Math.max(from, span.start())).append(replaced(code.substring(span.start(), span.end()), List.of(new Span(0, span.end() - span.start(), span.what()))));
                from = span.end();
            }
        }
        return masked.append(code, Math.min(from, Math.max(end, from)), Math.max(end, from)).toString();
    }

    /// Other text without secrets: output, messages, contexts.
    public String mask(String text) {
        String shortened = paths.shortened(text);
        return replaced(shortened, spans(shortened, Literals.everywhere(shortened)));
    }

    private List<Span> spans(String text, Literals literals) {
        List<Span> spans = new ArrayList<>(exact.find(text));
        spans.addAll(PemBlocks.find(text));
        spans.addAll(SecretRules.find(text));
        spans.addAll(NamedSecrets.find(text, literals));
        spans.addAll(RandomTokens.find(text, literals));
        spans.addAll(paths.find(text));
        return Span.merged(spans);
    }

    private synchronized String replaced(String text, List<Span> spans) {
        StringBuilder masked = new StringBuilder(text.length());
        int from = 0;
        for (Span span : spans) {
            String value = text.substring(span.start(), span.end());
            masked.append(text, from, span.start()).append(isPlaceholder(value) ? value : placeholder(value, span.what()));
            from = span.end();
        }
        return masked.append(text, from, text.length()).toString();
    }

    private boolean isPlaceholder(String value) {
        return values.containsKey(value);
    }

    private String placeholder(String value, String what) {
        return placeholders.computeIfAbsent(value, v -> {
            String name = MARK + what + "_" + nonce + "_" + (placeholders.size() + 1);
            values.put(name, v);
            return name;
        });
    }

    /// The text of a reply with the values back in their places.
    ///
    /// @param file what the file the text is for holds now; only values that stand in it are put back, so that no edit can carry a
    ///             secret from one file to another
    /// @throws ReplyScope.LeftoverPlaceholder if a placeholder is altered, made up, or belongs to another file
    synchronized String restore(String text, String file) throws ReplyScope.LeftoverPlaceholder {
        StringBuilder restored = new StringBuilder(text.length());
        StringBuilder rest = new StringBuilder(text.length());
        Matcher matcher = given.matcher(text);
        int from = 0;
        while (matcher.find()) {
            String value = values.get(matcher.group());
            if (value == null || !file.contains(value)) {
                throw new ReplyScope.LeftoverPlaceholder("The placeholder %s does not belong to this file; leave placeholders where they are.".formatted(matcher.group()));
            }
            restored.append(text, from, matcher.start()).append(value);
            rest.append(text, from, matcher.start()).append(' ');
            from = matcher.end();
        }
        restored.append(text, from, text.length());
        rest.append(text, from, text.length());
        if (leftover.matcher(rest).find()) {
            throw new ReplyScope.LeftoverPlaceholder("A placeholder was altered or made up; copy placeholders exactly, or leave their lines alone.");
        }
        refuseInvented(rest.toString(), file);
        return restored.toString();
    }

    /// A key that was never in the file is made up: the model saw only placeholders.
    private static void refuseInvented(String text, String file) throws ReplyScope.LeftoverPlaceholder {
        for (Span span : SecretRules.find(text)) {
            if (!file.contains(text.substring(span.start(), span.end()))) {
                throw new ReplyScope.LeftoverPlaceholder("The new text holds a made-up key; never write keys or passwords.");
            }
        }
    }

    /// How many values were replaced so far, by kind, for a person: "3 secrets, 1 user".
    public synchronized String summary() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        values.keySet().forEach(name -> counts.merge(name.split("_", -1)[1].toLowerCase(Locale.ROOT), 1, Integer::sum));
        return String.join(", ", counts.entrySet().stream().map(e -> e.getValue() + " " + e.getKey() + (e.getValue() == 1 ? "" : "s")).toList());
    }
}
