package dev.codeheals.engine.repair.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads old and new text between tags, as tools that are called with tags have it.
final class TagReplies {
    private static final String OLD = "search|old_str|old_string|old_text|old_code|old|original|find|before";
    private static final String NEW = "replace|new_str|new_string|new_text|new_code|new|updated|replacement|after";
    private static final String FILE = "file|path|filename|file_path|file_name";
    private static final Pattern PARAMETER = Pattern.compile("<parameter name=\"([a-z_]{1,20})\">(.*?)</parameter>", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("<(?:" + FILE + ")>\\s*([^<>\n]{1,300}?)\\s*</|<[a-z_]{1,20} (?:" + FILE + "|name|title)=\"([^\"\n]{1,300})\"[^>\n]{0,100}>", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAIR = Pattern.compile("<(" + OLD + ")>(.*?)</\\1>\\s*<(" + NEW + ")>(.*?)</\\3>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern WHOLE = Pattern.compile("<(content|file_content|file_text|new_content|code)>(.*?)</\\1>|<(file|document|artifact|antArtifact)"
            + "(?= [^>\n]{0,200}(?:path|name|title)=\")[^>\n]{1,300}>(.*?)</\\3>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern CDATA = Pattern.compile("\\s*<!\\[CDATA\\[(.*)]]>\\s*", Pattern.DOTALL);

    private TagReplies() {}

    static List<RawEdit> edits(String text) {
        if (!text.contains("</")) {
            return List.of();
        }
        String plain = PARAMETER.matcher(text).replaceAll(found -> Matcher.quoteReplacement("<" + found.group(1) + ">" + found.group(2) + "</" + found.group(1) + ">"));
        List<RawEdit> edits = new ArrayList<>();
        Matcher pair = PAIR.matcher(plain);
        while (pair.find()) {
            edits.add(new RawEdit.Swap(fileBefore(plain, pair.start()), unframed(pair.group(2)), unframed(pair.group(4)), 0));
        }
        return edits.isEmpty() ? whole(plain) : edits;
    }

    /// Files given as a whole, each with its name.
    private static List<RawEdit> whole(String text) {
        List<RawEdit> files = new ArrayList<>();
        Matcher whole = WHOLE.matcher(text);
        while (whole.find()) {
            String file = fileBefore(text, whole.start(whole.group(1) != null ? 2 : 4));
            String code = unframed(whole.group(1) != null ? whole.group(2) : whole.group(4));
            if (file != null && !code.isBlank() && !code.stripLeading().startsWith("<")) {
                files.add(new RawEdit.Code(file, code));
            }
        }
        return files;
    }

    private static @Nullable String fileBefore(String text, int at) {
        @Nullable String file = null;
        Matcher named = NAMED.matcher(text).region(0, at);
        while (named.find()) {
            file = named.group(1) != null ? named.group(1) : named.group(2);
        }
        return file;
    }

    private static String unframed(String text) {
        Matcher data = CDATA.matcher(text);
        String inside = data.matches() ? data.group(1) : text;
        return inside.startsWith("\n") ? inside.substring(1) : inside;
    }
}
