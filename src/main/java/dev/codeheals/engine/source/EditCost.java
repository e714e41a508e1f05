package dev.codeheals.engine.source;

/// The cheapest way to turn one name into another by typing slips (Damerau–Levenshtein with weights).
final class EditCost {
    private static final String[] KEYS = {"1234567890-", "qwertyuiop[", "asdfghjkl;'", "zxcvbnm,./"};
    private static final boolean[][] BESIDE = beside();

    private EditCost() {}

    static double between(String a, String b) {
        double[] beforeLast = new double[b.length() + 1];
        double[] last = new double[b.length() + 1];
        double[] row = new double[b.length() + 1];
        for (int j = 1; j <= b.length(); j++) {
            last[j] = last[j - 1] + lone(b, j - 1);
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = last[0] + lone(a, i - 1);
            for (int j = 1; j <= b.length(); j++) {
                double cost = Math.min(last[j] + lone(a, i - 1), row[j - 1] + lone(b, j - 1));
                cost = Math.min(cost, last[j - 1] + swap(a.charAt(i - 1), b.charAt(j - 1)));
                if (i > 1 && j > 1 && same(a.charAt(i - 1), b.charAt(j - 2)) && same(a.charAt(i - 2), b.charAt(j - 1))) {
                    cost = Math.min(cost, beforeLast[j - 2] + 0.6);
                }
                row[j] = cost;
            }
            double[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }

    /// The cost of a character the other name lacks.
    private static double lone(String name, int i) {
        char c = name.charAt(i);
        if (c == '_') {
            return 0.3;
        }
        return i > 0 && same(c, name.charAt(i - 1)) ? 0.5 : 1;
    }

    private static double swap(char a, char b) {
        if (a == b) {
            return 0;
        }
        if (same(a, b)) {
            return 0.1;
        }
        char x = Character.toLowerCase(a);
        char y = Character.toLowerCase(b);
        return x < 128 && y < 128 && BESIDE[x][y] ? 0.7 : 1;
    }

    private static boolean same(char a, char b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }

    private static boolean[][] beside() {
        boolean[][] beside = new boolean[128][128];
        for (int row = 0; row < KEYS.length; row++) {
            for (int i = 0; i < KEYS[row].length(); i++) {
                link(beside, KEYS[row].charAt(i), row, i + 1);
                link(beside, KEYS[row].charAt(i), row + 1, i);
                link(beside, KEYS[row].charAt(i), row + 1, i - 1);
            }
        }
        return beside;
    }

    private static void link(boolean[][] beside, char key, int row, int i) {
        if (row < KEYS.length && i >= 0 && i < KEYS[row].length()) {
            char other = KEYS[row].charAt(i);
            beside[key][other] = true;
            beside[other][key] = true;
        }
    }
}
