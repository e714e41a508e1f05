package dev.codeheals.engine.repair.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads files of environment variables.
final class DotEnv {
    private static final Pattern LINE = Pattern.compile("(?m)^[ \\t]*(?:export[ \\t]+)?([A-Za-z_][A-Za-z0-9_.]{0,100})[ \\t]*[=:][ \\t]*(\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+'|[^\\r\\n]*)");

    private DotEnv() {}

    static Map<String, String> read(String text) {
        Map<String, String> variables = new LinkedHashMap<>();
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            variables.put(line.group(1), value(line.group(2).strip()));
        }
        return variables;
    }

    private static String value(String written) {
        if (written.length() >= 2 && (written.startsWith("\"") || written.startsWith("'")) && written.endsWith(written.substring(0, 1))) {
            String inner = written.substring(1, written.length() - 1);
            return written.startsWith("\"") ? inner.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\") : inner;
        }
        int comment = written.indexOf(" #");
        return comment < 0 ? written : written.substring(0, comment).strip();
    }
}
