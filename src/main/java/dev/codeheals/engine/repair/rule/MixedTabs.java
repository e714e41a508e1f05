package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Tabs and spaces in one block; the file's minority follows its majority.
final class MixedTabs extends SyntaxRule {
    private static final int[] WIDTHS = {4, 8, 2};

    MixedTabs() {
        super("mixed-tabs", "SYN.INDENTATION_MISMATCH", "SYN.INDENTATION_TABS");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        SourceFile source = place.source();
        long tabs = place.text().lines().filter(l -> l.startsWith("\t")).count();
        long spaces = place.text().lines().filter(l -> l.startsWith(" ")).count();
        if (tabs == 0) {
            return;
        }
        int usual = place.text().lines().filter(l -> l.startsWith(" ") && !l.isBlank()).mapToInt(l -> l.length() - l.stripLeading().length())
                .filter(n -> n % 2 == 0).min().orElse(4);
        for (int width : WIDTHS) {
            double prior = width == usual ? 0.97 : 0.8;
            List<Replacement> toSpaces = new ArrayList<>();
            List<Replacement> toTabs = new ArrayList<>();
            for (int line = 1; line <= source.lineCount(); line++) {
                String indent = source.indentOf(line);
                int start = source.lineStart(line);
                if (indent.contains("\t")) {
                    toSpaces.add(new Replacement(start, start + indent.length(), indent.replace("\t", " ".repeat(width))));
                }
                String tabbed = indent.replace(" ".repeat(width), "\t");
                if (!tabbed.equals(indent)) {
                    toTabs.add(new Replacement(start, start + indent.length(), tabbed));
                }
            }
            options.accept(new SyntaxOption(Tier.A, spaces >= tabs ? prior : prior - 0.1, "Indent with spaces as the rest of the file", toSpaces));
            if (!toTabs.isEmpty()) {
                options.accept(new SyntaxOption(Tier.A, tabs > spaces ? prior : prior - 0.1, "Indent with tabs as the rest of the file", toTabs));
            }
        }
    }
}
