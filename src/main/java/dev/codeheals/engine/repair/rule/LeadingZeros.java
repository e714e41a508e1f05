package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// {@code 007} as a number, and other numbers Python does not read.
final class LeadingZeros extends SyntaxRule {
    private static final Pattern ZEROS = Pattern.compile("(?<![\\w.])0+([1-9]\\d*)(?![\\w.])");
    private static final Pattern THOUSANDS = Pattern.compile("(?<![\\w.])(\\d{1,3}(?:,\\d{3})+)(?![\\w.])");
    private static final Pattern UNIT = Pattern.compile("(?<![\\w.])(\\d+(?:\\.\\d+)?)(px|kg|ms|cm|mm|km|s|g|%|€|\\$)(?!\\w)");

    LeadingZeros() {
        super("leading-zeros");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        int start = place.source().lineStart(place.line());
        String content = place.source().line(place.line());
        Matcher zeros = ZEROS.matcher(content);
        while (zeros.find()) {
            boolean mode = content.contains("chmod") || content.contains("mode") || content.contains("umask") || content.contains("mkdir");
            boolean octal = zeros.group(1).chars().allMatch(c -> c <= '7');
            options.accept(SyntaxOption.unsure(mode && octal ? 0.5 : 0.78, "Write the number without leading zeros",
                    new Replacement(start + zeros.start(), start + zeros.end(), zeros.group(1))));
            if (octal) {
                options.accept(SyntaxOption.unsure(mode ? 0.79 : 0.45, "Write the number as octal",
                        new Replacement(start + zeros.start(), start + zeros.end(), "0o" + zeros.group(1))));
            }
        }
        Matcher thousands = THOUSANDS.matcher(content);
        while (thousands.find()) {
            options.accept(SyntaxOption.unsure(0.7, "Write the number without commas", new Replacement(start + thousands.start(), start + thousands.end(),
                    thousands.group(1).replace(",", "_"))));
        }
        Matcher unit = UNIT.matcher(content);
        while (unit.find()) {
            options.accept(SyntaxOption.unsure(0.6, "Leave out the unit", new Replacement(start + unit.start(), start + unit.end(), unit.group(1))));
        }
    }
}
