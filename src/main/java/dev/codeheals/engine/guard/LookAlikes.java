package dev.codeheals.engine.guard;

import dev.codeheals.engine.source.PythonTokenizer;
import dev.codeheals.engine.source.Token;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Names that read like other names.
final class LookAlikes {
    private static final Map<Integer, Character> LATIN = table("""
            аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsһhԁdԛqԝwӏlґrгrпnАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSԌG\
            οoνvαaιiκkρpτtυuχxγyηnωwΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXıiɑaɡgℓlօoսuհhոnցgօoᴏoꓑPꓐBꓔT""");

    private LookAlikes() {}

    /// The names of a text that the other text has not and that read like names of plain Latin letters.
    static Set<String> added(String before, String after) {
        if (after.chars().allMatch(c -> c < 0x80)) {
            return Set.of();
        }
        Set<String> known = names(before);
        return names(after).stream().filter(name -> !known.contains(name) && deceives(name)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(String text) {
        return PythonTokenizer.tokenize(text).all().stream()
                .filter(t -> t.kind() == Token.Kind.NAME || t.kind() == Token.Kind.KEYWORD || t.kind() == Token.Kind.ERROR)
                .map(Token::text).filter(t -> t.chars().anyMatch(c -> c >= 0x80)).collect(Collectors.toSet());
    }

    /// Whether a name is made to be read as another: Latin mixed with letters that look Latin, nothing but such letters, or forms that
    /// Python itself reads as plain letters.
    static boolean deceives(String name) {
        if (!Normalizer.isNormalized(name, Normalizer.Form.NFKC)) {
            return true;
        }
        boolean foreign = name.codePoints().anyMatch(LATIN::containsKey);
        boolean others = name.codePoints().anyMatch(c -> c >= 0x80 && !LATIN.containsKey(c));
        boolean latin = name.codePoints().anyMatch(c -> Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN
                && !LATIN.containsKey(c));
        return foreign && (latin || !others);
    }

    private static Map<Integer, Character> table(String pairs) {
        Map<Integer, Character> table = new HashMap<>();
        int[] points = pairs.codePoints().toArray();
        for (int i = 0; i + 1 < points.length; i += 2) {
            table.put(points[i], (char) points[i + 1]);
        }
        return Map.copyOf(table);
    }
}
