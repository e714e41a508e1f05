package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// {@code 007} as a number, and other numbers Python does not read.
final class LeadingZeros extends SyntaxRule {
    private static final Pattern ZEROS = Pattern.compile("0+([1-9]\\d*)");
    private static final Pattern MODE = Pattern.compile("(?i)chmod|mode|umask|mkdir|perm|makedirs|open\\(");
    /// In a program that works on files, four digits with a leading zero are a mode wherever they stand.
    private static final Pattern FILES = Pattern.compile("(?m)^\\s*(?:import|from) (?:os|stat|pathlib|shutil|tarfile)\\b");
    private static final Pattern THOUSANDS = Pattern.compile("(?<![\\w.])(\\d{1,3}(?:,\\d{3})+)(?![\\w.])");
    private static final Pattern UNIT = Pattern.compile("(?<![\\w.])(\\d+(?:\\.\\d+)?)(px|kg|ms|cm|mm|km|s|g|%|€|\\$)(?!\\w)");

    LeadingZeros() {
        super("leading-zeros", "SYN.INVALID_NUMBER");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        int start = place.source().lineStart(place.line());
        String content = place.source().line(place.line());
        zeros(place, options);
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

    /// All of the file at once, since Python names only the first. Among decimal digits only octal ones may mean the old octal notation.
    private static void zeros(SyntaxPlace place, Consumer<SyntaxOption> options) {
        if (!place.says("leading zeros") && !place.says("invalid token")) {
            return;
        }
        List<Replacement> decimal = new ArrayList<>();
        List<Replacement> octal = new ArrayList<>();
        boolean modes = true;
        boolean files = FILES.matcher(place.source().text()).find();
        for (Token token : place.fault().parsed().tokens().significant()) {
            Matcher zeros = ZEROS.matcher(token.text());
            if (token.kind() != Token.Kind.STRING && zeros.matches()) {
                decimal.add(new Replacement(token.start(), token.end(), zeros.group(1)));
                octal.add(new Replacement(token.start(), token.end(), "0o" + zeros.group(1)));
                boolean mode = (files && token.text().length() == 4) || MODE.matcher(place.source().line(place.source().lineOf(token.start()))).find();
                modes &= mode && zeros.group(1).length() == 3 && zeros.group(1).chars().allMatch(c -> c <= '7');
            }
        }
        if (!decimal.isEmpty()) {
            boolean plain = decimal.stream().allMatch(r -> r.end() - r.start() <= 2) || octal.stream().anyMatch(r -> r.text().matches(".*[89].*"));
            options.accept(new SyntaxOption(Tier.A, modes ? 0.4 : plain ? 0.96 : 0.7, "Write numbers without leading zeros", decimal));
            boolean digits = octal.stream().allMatch(r -> r.text().chars().skip(2).allMatch(c -> c <= '7'));
            if (digits) {
                options.accept(new SyntaxOption(Tier.A, modes ? 0.97 : plain ? 0.4 : 0.7, "Write numbers as octal", octal));
            }
        }
    }
}
