package dev.codeheals.engine.repair.pattern;

import java.util.Arrays;
import java.util.Locale;

/// Whether one name may be a slip of the pen for another.
final class Similarity {
    private static final int LONGEST = 60;

    private Similarity() {}

    /// At most one edit for each three letters (insert, delete, replace, swap neighbours), at least one allowed; case and underscores are free.
    static boolean alike(String a, String b) {
        if (a.equals(b) || a.length() > LONGEST || b.length() > LONGEST || Math.min(a.length(), b.length()) < 2) {
            return false;
        }
        return distance(plain(a), plain(b)) <= Math.max(1, Math.min(a.length(), b.length()) / 3);
    }

    /// Optimal string alignment distance.
    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        Arrays.setAll(last, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
                boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                row[j] = swapped ? Math.min(row[j], beforeLast[j - 2] + 1) : row[j];
            }
            int[] reused = beforeLast;
            beforeLast = last;
            last = row;
            row = reused;
        }
        return last[b.length()];
    }

    static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
