package dev.codeheals.engine.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Tells how alike two names are, for "did you mean".
///
/// The score is the greater of two:
/// - **spelling**: {@code 1 - cost / length of the longer name}, where the cost is the cheapest way to turn one name into the other by
///   edits that weigh what such slips are worth: another case 0.1, an underscore more or less 0.3, a doubled letter 0.5, two neighbours
///   swapped 0.6, the key beside 0.7, any other letter 1;
/// - **words**: both names cut at underscores, case changes and digits; 0.98 when only the cuts differ ({@code user_name},
///   {@code userName}, {@code username}), for several words else 0.95 times the share of letters in words that correspond. Words
///   correspond fully when equal, 0.95 as singular and plural, 0.75 as abbreviation ({@code msg}, {@code message}), and by their spelling from 0.75 up.
///
/// On real misspellings the wanted name scores 0.75 or more nearly always ({@link #LIKELY}); below 0.6 ({@link #POSSIBLE}) nearly all
/// pairs are unrelated. Equal names score 1.
public final class Names {
    public static final double LIKELY = 0.75;
    public static final double POSSIBLE = 0.6;
    private static final double ONLY_CUTS_DIFFER = 0.98;
    private static final double PLURAL = 0.95;
    private static final double ABBREVIATION = 0.75;

    private Names() {}

    /// A candidate and how alike it is.
    public record Match(String name, double score) {}

    /// The candidates that score {@link #POSSIBLE} or more, best first; the wanted name itself is left out.
    public static List<Match> rank(String wanted, Collection<String> candidates) {
        return rank(wanted, candidates, POSSIBLE);
    }

    public static List<Match> rank(String wanted, Collection<String> candidates, double least) {
        List<Match> matches = new ArrayList<>();
        for (String candidate : candidates) {
            if (!candidate.equals(wanted) && mayReach(wanted, candidate)) {
                double score = score(wanted, candidate);
                if (score >= least) {
                    matches.add(new Match(candidate, score));
                }
            }
        }
        matches.sort(Comparator.comparingDouble(Match::score).reversed().thenComparingInt(m -> m.name().length()).thenComparing(Match::name));
        return matches;
    }

    /// Names with under half of their letters in common are not worth a closer look.
    private static boolean mayReach(String a, String b) {
        int[] letters = new int[64];
        for (int i = 0; i < a.length(); i++) {
            letters[Character.toLowerCase(a.charAt(i)) & 63]++;
        }
        int common = 0;
        for (int i = 0; i < b.length(); i++) {
            if (letters[Character.toLowerCase(b.charAt(i)) & 63]-- > 0) {
                common++;
            }
        }
        return common * 2 * 2 >= a.length() + b.length();
    }

    /// How alike two names are, from 0 to 1.
    public static double score(String a, String b) {
        return a.equals(b) ? 1 : Math.max(spelling(a, b), words(words(a), words(b)));
    }

    private static double spelling(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        return longer == 0 ? 1 : Math.max(0, 1 - EditCost.between(a, b) / longer);
    }

    /// The words a name is made of, in lower case: {@code parseHTTPHeader_v2} is parse, http, header, v, 2.
    public static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= name.length(); i++) {
            if (i == name.length() || isCut(name, i)) {
                String word = name.substring(from, i).replace("_", "").toLowerCase(Locale.ROOT);
                if (!word.isEmpty()) {
                    words.add(word);
                }
                from = i;
            }
        }
        return words;
    }

    private static boolean isCut(String name, int i) {
        char before = name.charAt(i - 1);
        char here = name.charAt(i);
        boolean acronymEnd = Character.isUpperCase(before) && Character.isUpperCase(here) && i + 1 < name.length()
                && Character.isLowerCase(name.charAt(i + 1));
        return before == '_' || here == '_' || Character.isDigit(before) != Character.isDigit(here)
                || (Character.isLowerCase(before) && Character.isUpperCase(here)) || acronymEnd;
    }

    private static double words(List<String> a, List<String> b) {
        if (String.join("", a).equals(String.join("", b)) && !a.isEmpty()) {
            return ONLY_CUTS_DIFFER;
        }
        if (a.size() < 2 && b.size() < 2) {
            return a.isEmpty() || b.isEmpty() ? 0 : alike(a.getFirst(), b.getFirst());
        }
        List<String> left = new ArrayList<>(b);
        double common = 0;
        int total = 0;
        for (String word : a) {
            total += word.length();
            int best = best(word, left);
            if (best >= 0) {
                common += alike(word, left.get(best)) * (word.length() + left.get(best).length());
                left.remove(best);
            }
        }
        for (String word : b) {
            total += word.length();
        }
        return total == 0 ? 0 : PLURAL * common / total;
    }

    private static int best(String word, List<String> others) {
        int best = -1;
        double score = 0;
        for (int i = 0; i < others.size(); i++) {
            double here = alike(word, others.get(i));
            if (here > score) {
                best = i;
                score = here;
            }
        }
        return best;
    }

    private static double alike(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        if (singular(a).equals(singular(b))) {
            return PLURAL;
        }
        double spelling = spelling(a, b);
        double shortened = isAbbreviation(a, b) || isAbbreviation(b, a) ? ABBREVIATION : 0;
        return Math.max(spelling >= LIKELY ? spelling : 0, shortened);
    }

    private static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.length() > 4 && (word.endsWith("ses") || word.endsWith("xes") || word.endsWith("ches") || word.endsWith("shes"))) {
            return word.substring(0, word.length() - 2);
        }
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }

    /// Same first letter, the other letters of the short word in order in the long one.
    private static boolean isAbbreviation(String shortWord, String longWord) {
        if (shortWord.length() < 3 || shortWord.length() >= longWord.length() || shortWord.charAt(0) != longWord.charAt(0)) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < longWord.length() && at < shortWord.length(); i++) {
            if (longWord.charAt(i) == shortWord.charAt(at)) {
                at++;
            }
        }
        return at == shortWord.length();
    }
}
