package dev.codeheals.engine.repair.model;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What reasoning models think aloud before they answer: drafts that must not be taken for the answer.
final class Thoughts {
    private static final String NAME = "(?:[a-z_]{1,20}:)?[a-z_]{0,20}(?:think|thought|reason|analysis|scratchpad|reflection|monologue)[a-z_]{0,20}";
    private static final Pattern OPEN = Pattern.compile("(?m)^[ \\t]*(?:<(" + NAME + ")(?: [^<>\\n]{0,80})?>|\\[(" + NAME + ")\\]|◁(" + NAME + ")▷|<\\|begin_of_(" + NAME
            + ")\\|>|<details>\\s{0,4}<summary>[^<\\n]{0,40}(" + NAME + ")[^<\\n]{0,40}</summary>)", Pattern.CASE_INSENSITIVE);
    private static final String[] CLOSE = {"</%s>", "[/%s]", "◁/%s▷", "<|end_of_%s|>", "</details>"};
    /// The beginning of the thoughts is often a part of the prompt.
    private static final Pattern CLOSE_ALONE = Pattern.compile("(?m)(?:^[ \\t]*</think>|</think>[ \\t]*$)");

    private Thoughts() {}

    static String dropped(String reply) {
        StringBuilder rest = new StringBuilder();
        String lower = reply.toLowerCase(Locale.ROOT);
        Set<String> endless = new HashSet<>();
        Matcher open = OPEN.matcher(reply);
        int from = 0;
        int at = 0;
        while (lower.length() == reply.length() && open.find(at)) {
            String close = close(open);
            int end = endless.contains(close) ? -1 : lower.indexOf(close, open.end());
            if (end >= 0) {
                rest.append(reply, from, open.start());
                from = end + close.length();
                at = from;
            } else {
                endless.add(close);
                at = open.end();
            }
        }
        return afterLast(rest.append(reply, from, reply.length()).toString());
    }

    private static String close(Matcher open) {
        int kind = 1;
        while (open.group(kind) == null) {
            kind++;
        }
        return CLOSE[kind - 1].formatted(open.group(kind)).toLowerCase(Locale.ROOT);
    }

    private static String afterLast(String text) {
        Matcher close = CLOSE_ALONE.matcher(text);
        int from = 0;
        while (close.find()) {
            from = close.end();
        }
        return text.substring(from);
    }
}
