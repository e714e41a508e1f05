package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Comments written as in other languages: {@code // text}, {@code /* text */}, {@code -- text}, {@code <!-- text -->}.
final class ForeignComment extends SyntaxRule {
    private static final Pattern LINE = Pattern.compile("(?m)^([ \\t]*)(//+|--(?=\\s)|;(?=\\s))");
    private static final Pattern BLOCK = Pattern.compile("(?s)/\\*+(.*?)\\*+/|<!--(.*?)-->");

    ForeignComment() {
        super("foreign-comment");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        List<Replacement> lines = new ArrayList<>();
        LINE.matcher(place.text()).results().forEach(m -> lines.add(new Replacement(m.start(2), m.end(2), "#")));
        if (!lines.isEmpty()) {
            options.accept(new SyntaxOption(Tier.A, 0.97, "Write comments with #", lines));
        }
        for (int line : place.lines()) {
            int start = place.source().lineStart(line);
            int at = place.source().line(line).lastIndexOf("//");
            if (at > 0 && !place.source().line(line).substring(0, at).isBlank()) {
                options.accept(SyntaxOption.sure(0.93, "Write the comment with #", new Replacement(start + at, start + at + 2, " #".substring(
                        place.source().line(line).charAt(at - 1) == ' ' ? 1 : 0))));
            }
        }
        blocks(place.source(), options);
    }

    private static void blocks(SourceFile source, Consumer<SyntaxOption> options) {
        List<Replacement> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(source.text());
        while (block.find()) {
            List<String> comment = new ArrayList<>();
            for (String line : (block.group(1) == null ? block.group(2) : block.group(1)).lines().toList()) {
                String text = line.strip().replaceFirst("^\\*+\\s*", "");
                if (!text.isEmpty()) {
                    comment.add("# " + text);
                }
            }
            String indent = source.indentOf(source.lineOf(block.start()));
            blocks.add(new Replacement(block.start(), block.end(), comment.isEmpty() ? "#" : String.join(source.eol() + indent, comment)));
        }
        if (!blocks.isEmpty()) {
            options.accept(new SyntaxOption(Tier.A, 0.96, "Write comments with #", blocks));
        }
    }
}
