package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.source.Expr;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How numbers are written in a text: with leading noughts, with a fixed number of decimals.
final class WrittenNumbers implements EditOperator {
    private static final Pattern TWO_TEXTS = Pattern.compile("'([^'\\n]*)' (?:!=|==) '([^'\\n]*)'");
    private static final Pattern DECIMALS = Pattern.compile("\\d\\.(\\d{1,3})(?!\\d)");
    private static final Pattern PLACES = Pattern.compile("\\.\\d+(?=[fe%])");

    @Override
    public String id() {
        return "written-number";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        Matcher texts = TWO_TEXTS.matcher(site.request().failure().reported().message());
        if (!texts.find() || texts.group(1).replaceAll("[0.]", "").length() > texts.group(2).replaceAll("[0.]", "").length() + 3) {
            return;
        }
        for (Expr.Formatted value : site.all(Expr.Formatted.class)) {
            if (value.format() == null && value.conversion() == null) {
                if (padded(texts.group(1), texts.group(2))) {
                    edits.accept(Edit.insert(0.5, "Write " + site.text(value.value()) + " with two digits", value.end() - 1, ":02d"));
                    edits.accept(Edit.insert(0.15, "Write " + site.text(value.value()) + " with three digits", value.end() - 1, ":03d"));
                }
                decimals(texts).forEach(places -> edits.accept(Edit.insert(0.45, "Write " + site.text(value.value()) + " with " + places + " decimals", value.end() - 1, ":." + places + "f")));
            } else if (value.format() != null) {
                Matcher now = PLACES.matcher(site.text(value));
                if (now.find()) {
                    decimals(texts).filter(places -> !now.group().equals("." + places)).forEach(places ->
                            edits.accept(Edit.replace(0.5, "Write " + places + " decimals", value.start() + now.start(), value.start() + now.end(), "." + places)));
                }
            }
        }
    }

    /// One text is the other with noughts put in.
    private static boolean padded(String one, String other) {
        return !one.equals(other) && one.replace("0", "").equals(other.replace("0", ""));
    }

    private static IntStream places(String text) {
        return DECIMALS.matcher(text).results().mapToInt(r -> r.group(1).length());
    }

    private static Stream<Integer> decimals(Matcher texts) {
        return IntStream.concat(places(texts.group(1)), places(texts.group(2))).distinct().boxed();
    }
}
