package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Typographic characters of pasted text in the place of plain ones.
final class OddCharacter extends SyntaxRule {
    private static final Map<Integer, String> PLAIN = Map.ofEntries(Map.entry(0x201C, "\""), Map.entry(0x201D, "\""), Map.entry(0x201E, "\""),
            Map.entry(0x00AB, "\""), Map.entry(0x00BB, "\""), Map.entry(0x2018, "'"), Map.entry(0x2019, "'"), Map.entry(0x201A, "'"), Map.entry(0x00B4, "'"),
            Map.entry(0x2032, "'"), Map.entry(0x2033, "\""), Map.entry(0x2013, "-"), Map.entry(0x2014, "-"), Map.entry(0x2212, "-"), Map.entry(0x2010, "-"),
            Map.entry(0x2011, "-"), Map.entry(0x00D7, "*"), Map.entry(0x00F7, "/"), Map.entry(0x2264, "<="), Map.entry(0x2265, ">="), Map.entry(0x2260, "!="),
            Map.entry(0x00A0, " "), Map.entry(0x2002, " "), Map.entry(0x2003, " "), Map.entry(0x2009, " "), Map.entry(0x202F, " "), Map.entry(0x3000, " "),
            Map.entry(0x200B, ""), Map.entry(0x200C, ""), Map.entry(0x200D, ""), Map.entry(0x2060, ""), Map.entry(0xFEFF, ""), Map.entry(0x00AD, ""),
            Map.entry(0xFF08, "("), Map.entry(0xFF09, ")"), Map.entry(0xFF0C, ","), Map.entry(0xFF1A, ":"), Map.entry(0xFF1B, ";"), Map.entry(0xFF1D, "="),
            Map.entry(0x3001, ","), Map.entry(0x3002, "."), Map.entry(0xFF3B, "["), Map.entry(0xFF3D, "]"), Map.entry(0x2026, "..."), Map.entry(0x037E, ";"),
            Map.entry(0x2192, "->"), Map.entry(0x2217, "*"), Map.entry(0x2044, "/"));

    OddCharacter() {
        super("odd-character", "SYN.INVALID_CHARACTER");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        List<Replacement> everywhere = new ArrayList<>();
        List<Replacement> here = new ArrayList<>();
        String text = place.text();
        for (int i = 0; i < text.length(); i++) {
            String plain = text.charAt(i) < 0x80 ? null : PLAIN.get((int) text.charAt(i));
            if (plain != null) {
                Replacement replacement = new Replacement(i, i + 1, plain);
                everywhere.add(replacement);
                if (place.source().lineOf(i) == place.line()) {
                    here.add(replacement);
                }
            }
        }
        if (!here.isEmpty()) {
            options.accept(new SyntaxOption(Tier.A, 0.95, "Use plain characters in the line", here));
        }
        if (everywhere.size() > here.size()) {
            options.accept(new SyntaxOption(Tier.A, here.isEmpty() ? 0.85 : 0.9, "Use plain characters", everywhere));
        }
    }
}
