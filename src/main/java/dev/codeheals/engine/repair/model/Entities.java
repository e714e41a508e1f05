package dev.codeheals.engine.repair.model;

import java.util.regex.Pattern;

/// Code that was escaped for a web page.
final class Entities {
    private static final Pattern ENTITY = Pattern.compile("&(?:lt|gt|amp|quot|apos|#39|#x27|#34|nbsp);");

    private Entities() {}

    static String resolved(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#34;", "\"").replace("&apos;", "'").replace("&#39;", "'")
                .replace("&#x27;", "'").replace("&nbsp;", " ").replace("&amp;", "&");
    }

    /// The text for a file: without such marks where neither the file knows them nor the old text had them.
    static String resolved(String text, String file) {
        return ENTITY.matcher(text).find() && !ENTITY.matcher(file).find() ? resolved(text) : text;
    }
}
