package dev.codeheals.engine.repair.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes secrets from the samples of the rules: {@code {a-f0-9:32}} becomes 32 random characters of that class.
record SampleMaker(Random random) {
    private static final Pattern CLASS = Pattern.compile("\\{([^{}]+):([0-9]+)}");

    /// @param text  the secret
    /// @param parts its random parts: what must not be seen
    record Sample(String text, List<String> parts) {}

    Sample make(String sample) {
        Matcher matcher = CLASS.matcher(sample);
        StringBuilder made = new StringBuilder();
        List<String> parts = new ArrayList<>();
        while (matcher.find()) {
            String part = draw(matcher.group(1), Integer.parseInt(matcher.group(2)));
            matcher.appendReplacement(made, Matcher.quoteReplacement(part));
            if (part.length() >= 8) {
                parts.add(part);
            }
        }
        return new Sample(matcher.appendTail(made).toString(), parts);
    }

    String draw(String letters, int count) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < letters.length(); i++) {
            if (i + 2 < letters.length() && letters.charAt(i + 1) == '-') {
                for (char c = letters.charAt(i); c <= letters.charAt(i + 2); c++) {
                    all.append(c);
                }
                i += 2;
            } else {
                all.append(letters.charAt(i));
            }
        }
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < count; i++) {
            drawn.append(all.charAt(random.nextInt(all.length())));
        }
        return drawn.toString();
    }
}
