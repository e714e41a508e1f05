package dev.codeheals.engine.repair.rule;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How likely one name was meant where another was written.
final class Nearness {
    /// Below this two names have nothing to do with each other.
    static final double NEAR = 0.6;
    private static final double CLEAR_LEAD = 0.12;

    private Nearness() {}

    /// A name with its likeness to the one written, 0 to 1.
    record Near(String name, double score) {}

    /// The names that may have been meant, best first.
    static List<Near> of(String written, Collection<String> known) {
        return known.stream().filter(k -> !k.equals(written)).distinct().map(k -> new Near(k, score(written, k))).filter(n -> n.score() >= NEAR)
                .sorted(Comparator.comparingDouble(Near::score).reversed().thenComparing(Near::name)).toList();
    }

    /// How often the i-th of the near names is the right one: high for a lone close one, low where several compete.
    static double prior(List<Near> near, int i) {
        double score = near.get(i).score();
        double rival = near.size() == 1 ? 0 : near.get(i == 0 ? 1 : 0).score();
        double base = score >= 0.85 ? 0.95 : score >= 0.75 ? 0.9 : score >= 0.68 ? 0.75 : 0.6;
        double lead = score - rival;
        return lead >= CLEAR_LEAD ? base : lead >= 0 ? base * (0.75 + 0.25 * lead / CLEAR_LEAD) : base * Math.max(0.3, 0.6 + lead);
    }

    /// 1 for the same name, 0.97 if only case differs, then by edits, shared words and abbreviation.
    static double score(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        String la = a.toLowerCase(Locale.ROOT);
        String lb = b.toLowerCase(Locale.ROOT);
        if (la.equals(lb)) {
            return a.length() == 1 ? 0.7 : 0.97;
        }
        String fa = la.replace("_", "");
        String fb = lb.replace("_", "");
        if (fa.equals(fb)) {
            return 0.96;
        }
        if (a.length() < 3 || b.length() < 3) {
            return shortNames(la, lb);
        }
        double edits = edits(la, lb);
        double byEdits = edits <= allowed(Math.max(la.length(), lb.length())) ? 1 - edits / Math.max(la.length(), lb.length()) : 0;
        return Math.max(byEdits, Math.max(words(a, b), abbreviation(fa, fb)));
    }

    private static double shortNames(String a, String b) {
        boolean swapped = a.length() == 2 && b.length() == 2 && a.charAt(0) == b.charAt(1) && a.charAt(1) == b.charAt(0);
        return swapped ? 0.75 : a.length() + b.length() >= 4 && edits(a, b) <= 1 ? NEAR + 0.02 : 0;
    }

    private static double allowed(int length) {
        return length <= 4 ? 1 : length <= 8 ? 2 : 3;
    }

    /// Edits that turn one into the other; a swap of neighbours or a doubled letter costs a little less than a wrong one.
    private static double edits(String a, String b) {
        double[][] d = new double[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                char x = a.charAt(i - 1);
                char y = b.charAt(j - 1);
                boolean doubledA = i > 1 && a.charAt(i - 2) == x;
                boolean doubledB = j > 1 && b.charAt(j - 2) == y;
                double drop = d[i - 1][j] + (doubledA ? 0.7 : 1);
                double add = d[i][j - 1] + (doubledB ? 0.7 : 1);
                d[i][j] = Math.min(d[i - 1][j - 1] + (x == y ? 0 : 1), Math.min(drop, add));
                if (i > 1 && j > 1 && x == b.charAt(j - 2) && a.charAt(i - 2) == y) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 0.8);
                }
            }
        }
        return d[a.length()][b.length()];
    }

    /// The words of snake_case or camelCase names: same words in another order, or one of them left out.
    private static double words(String a, String b) {
        Set<String> wa = Set.copyOf(Arrays.asList(split(a)));
        Set<String> wb = Set.copyOf(Arrays.asList(split(b)));
        if (wa.size() + wb.size() < 3) {
            return 0;
        }
        long common = wa.stream().filter(w -> w.length() > 1 && wb.contains(w)).count();
        int larger = Math.max(wa.size(), wb.size());
        return common == larger ? 0.93 : common == larger - 1 && larger == Math.min(wa.size(), wb.size()) ? sameButOne(wa, wb)
                : common > 0 && common == Math.min(wa.size(), wb.size()) ? NEAR + 0.1 * common / larger : 0;
    }

    /// Two names that differ in one word are near only if those words are.
    private static double sameButOne(Set<String> wa, Set<String> wb) {
        String left = wa.stream().filter(w -> !wb.contains(w)).findFirst().orElse("");
        String right = wb.stream().filter(w -> !wa.contains(w)).findFirst().orElse("");
        boolean shortened = left.length() > 1 && right.length() > 1 && (left.startsWith(right) || right.startsWith(left));
        return shortened ? 0.8 : 0;
    }

    private static String[] split(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT).replaceAll("^_+|_+$", "").split("_+", -1);
    }

    /// {@code msg} for {@code message}, {@code idx} for {@code index}: the same first letter, and the letters of the short one in order.
    private static double abbreviation(String a, String b) {
        String brief = a.length() < b.length() ? a : b;
        String full = a.length() < b.length() ? b : a;
        if (brief.length() < 2 || brief.isEmpty() || full.isEmpty() || brief.charAt(0) != full.charAt(0)) {
            return 0;
        }
        if (full.startsWith(brief)) {
            return brief.length() >= 3 ? 0.7 : NEAR;
        }
        int at = 0;
        for (int i = 0; i < full.length() && at < brief.length(); i++) {
            at += full.charAt(i) == brief.charAt(at) ? 1 : 0;
        }
        return at == brief.length() && brief.length() * 3 >= full.length() ? NEAR + 0.02 : 0;
    }
}
