package dev.codeheals.engine.repair.model;

import dev.codeheals.engine.repair.model.Elements.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads old and new text between tags, as tools that are called with tags have it, and files given as a whole.
final class TagReplies {
    private static final String FILE = "file|path|filename|file_path|file_name";
    private static final Pattern OLD = tag("search|old_str|old_string|old_text|old_code|old|original|find|before");
    private static final Pattern NEW = tag("replace|new_str|new_string|new_text|new_code|new|updated|replacement|after");
    private static final Pattern WHOLE = Pattern.compile("<(content|file_content|file_text|new_content|code)>|<(file|document|artifact|antArtifact)"
            + "(?= [^>\n]{0,200}(?:path|name|title)=\")[^>\n]{1,300}>", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER = Pattern.compile("<parameter name=\"([a-z_]{1,20})\">|</parameter>");
    private static final Pattern NAMED = Pattern.compile("<(?:" + FILE + ")>\\s{0,20}([^<>\n]{1,300}?)\\s{0,20}</|<[a-z_]{1,20} [^>\n]{0,100}?(?:" + FILE
            + "|name|title)=\"([^\"\n]{1,300})\"[^>\n]{0,100}>", Pattern.CASE_INSENSITIVE);
    private static final Pattern CDATA = Pattern.compile("\\s*<!\\[CDATA\\[(.*)]]>\\s*", Pattern.DOTALL);

    private final String text;
    private final Elements elements;
    private final Matcher named;
    private @Nullable String file;
    private int namedUntil;

    private TagReplies(String text) {
        this.text = text;
        this.elements = new Elements(text);
        this.named = NAMED.matcher(text);
    }

    static List<RawEdit> edits(String text) {
        if (!text.contains("</")) {
            return List.of();
        }
        String plain = plain(text);
        List<RawEdit> edits = new TagReplies(plain).swaps();
        return edits.isEmpty() ? new TagReplies(plain).files() : edits;
    }

    private List<RawEdit> swaps() {
        List<RawEdit> edits = new ArrayList<>();
        Optional<Element> old = elements.next(OLD, 0);
        while (old.isPresent()) {
            Element search = old.get();
            Optional<Element> fresh = elements.right(NEW, search.end());
            fresh.ifPresent(replace -> edits.add(new RawEdit.Swap(fileBefore(search.start()), inside(search), inside(replace), 0)));
            old = elements.next(OLD, fresh.map(Element::end).orElse(search.inside()));
        }
        return edits;
    }

    /// Files given as a whole, each with its name.
    private List<RawEdit> files() {
        List<RawEdit> files = new ArrayList<>();
        Optional<Element> next = elements.next(WHOLE, 0);
        while (next.isPresent()) {
            Element whole = next.get();
            String path = fileBefore(whole.inside());
            String code = inside(whole);
            boolean taken = path != null && !code.isBlank() && !code.stripLeading().startsWith("<");
            if (taken) {
                files.add(new RawEdit.Code(path, code));
            }
            next = elements.next(WHOLE, taken ? whole.end() : whole.inside());
        }
        return files;
    }

    /// The file named last before an offset; offsets only grow.
    private @Nullable String fileBefore(int at) {
        named.region(namedUntil, at);
        while (named.find()) {
            file = named.group(1) != null ? named.group(1) : named.group(2);
            namedUntil = named.end();
        }
        return file;
    }

    private String inside(Element element) {
        String raw = text.substring(element.inside(), element.insideEnd());
        Matcher data = CDATA.matcher(raw);
        String inside = data.matches() ? data.group(1) : raw;
        return inside.startsWith("\n") ? inside.substring(1) : inside;
    }

    /// Tags of the form {@code <parameter name="x">} as {@code <x>}.
    private static String plain(String text) {
        Matcher tag = PARAMETER.matcher(text);
        StringBuilder plain = new StringBuilder();
        String open = "parameter";
        while (tag.find()) {
            open = tag.group(1) == null ? open : tag.group(1);
            tag.appendReplacement(plain, tag.group(1) == null ? "</" + open + ">" : "<" + open + ">");
        }
        return tag.appendTail(plain).toString();
    }

    private static Pattern tag(String names) {
        return Pattern.compile("<(" + names + ")>", Pattern.CASE_INSENSITIVE);
    }
}
