package dev.codeheals.engine.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.source.PythonTokenizer;
import dev.codeheals.engine.source.Token;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.List;

/// Numbers and texts a candidate adds to the source, in one form of writing: a fix made for one example often spells the example out.
final class NewLiterals {
    /// Every program has these.
    private static final Set<String> COMMON = Set.of("", "0", "1", "2");

    private NewLiterals() {}

    static Set<String> of(List<FileChange> changes) {
        Set<String> added = new HashSet<>();
        for (FileChange change : changes) {
            Map<String, Integer> balance = new HashMap<>();
            count(change.after(), 1, balance);
            if (change.before() != null) {
                count(change.before(), -1, balance);
            }
            balance.forEach((text, times) -> {
                if (times > 0 && !COMMON.contains(text)) {
                    added.add(text);
                }
            });
        }
        return added;
    }

    private static void count(byte[] source, int by, Map<String, Integer> balance) {
        for (Token token : PythonTokenizer.tokenize(new String(source, StandardCharsets.UTF_8)).significant()) {
            switch (token.kind()) {
                case NUMBER -> balance.merge(plain(token.text().replace("_", "")), by, Integer::sum);
                case STRING -> balance.merge(plain(token.text().replaceFirst("^[a-zA-Z]*(\"\"\"|'''|\"|')", "").replaceFirst("(\"\"\"|'''|\"|')$", "")), by, Integer::sum);
                case NAME, KEYWORD, OPERATOR, NEWLINE, LINE_BREAK, COMMENT, INDENT, DEDENT, ERROR, END -> {
                    // Not a literal.
                }
            }
        }
    }

    private static String plain(String text) {
        try {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException _) {
            return text.toLowerCase(Locale.ROOT);
        }
    }

    /// Whether one of them is in a value.
    static boolean areIn(JsonNode value, Set<String> literals) {
        if (value.isValueNode()) {
            return literals.contains(plain(value.asText()));
        }
        for (JsonNode part : value) {
            if (areIn(part, literals)) {
                return true;
            }
        }
        return false;
    }
}
