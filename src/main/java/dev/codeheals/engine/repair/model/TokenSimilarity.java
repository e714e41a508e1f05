package dev.codeheals.engine.repair.model;

import java.util.HashMap;
import java.util.Map;

/// How alike two lines of code are: Dice's coefficient over their tokens and pairs of neighbouring tokens.
final class TokenSimilarity {
    private final Map<String, Map<String, Integer>> bags = new HashMap<>();

    /// 0 (nothing in common) to 1 (the same but for white space).
    double of(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        Map<String, Integer> first = bags.computeIfAbsent(a, TokenSimilarity::bag);
        Map<String, Integer> second = bags.computeIfAbsent(b, TokenSimilarity::bag);
        int total = size(first) + size(second);
        if (total == 0) {
            return 1;
        }
        int common = 0;
        for (Map.Entry<String, Integer> entry : first.entrySet()) {
            common += Math.min(entry.getValue(), second.getOrDefault(entry.getKey(), 0));
        }
        return 2.0 * common / total;
    }

    private static int size(Map<String, Integer> bag) {
        int size = 0;
        for (int count : bag.values()) {
            size += count;
        }
        return size;
    }

    private static Map<String, Integer> bag(String line) {
        Map<String, Integer> bag = new HashMap<>();
        String previous = "";
        int i = 0;
        while (i < line.length()) {
            int start = i;
            if (Character.isWhitespace(line.charAt(i))) {
                i++;
                continue;
            }
            while (i < line.length() && (Character.isLetterOrDigit(line.charAt(i)) || line.charAt(i) == '_')) {
                i++;
            }
            i = Math.max(i, start + 1);
            String token = line.substring(start, i);
            bag.merge(token, 1, Integer::sum);
            bag.merge(previous + " " + token, 1, Integer::sum);
            previous = token;
        }
        return bag;
    }
}
