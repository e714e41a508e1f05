package dev.codeheals.engine.repair.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Recognises the shape of a reply: the JSON asked for, blocks of old and new text, a diff, or code in fences.
final class RawReplies {
    private static final int LONGEST_PROSE = 2_000;
    private static final Pattern CHOICE = Pattern.compile("\\b(?:option|alternative(?:ly)?|either|another way|or you|instead|approach)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE_BEGINS = Pattern.compile("(?m)^(?:(?:async )?def |class |import |from \\w|@\\w)");

    private RawReplies() {}

    static RawReply in(String text) throws UnusableReply {
        Fences fences = Fences.of(text);
        Optional<RawReply> json = JsonReplies.in(text, fences);
        if (json.isPresent()) {
            return json.get();
        }
        String prose = fences.prose().strip();
        String explanation = prose.length() > LONGEST_PROSE ? prose.substring(0, LONGEST_PROSE) : prose;
        List<RawEdit> edits = edits(text, fences);
        return edits.isEmpty() ? RawReply.of(edits) : RawReply.of(edits).explainedBy(explanation);
    }

    private static List<RawEdit> edits(String text, Fences fences) throws UnusableReply {
        if (BlockReplies.looksLikeBlocks(text)) {
            return BlockReplies.edits(text);
        }
        List<RawEdit> tagged = TagReplies.edits(text);
        if (!tagged.isEmpty()) {
            return tagged;
        }
        List<RawEdit> edits = new ArrayList<>();
        for (Fences.Block block : fences.blocks()) {
            if (block.info().startsWith("diff") || block.info().startsWith("patch") || DiffReplies.looksLikeDiff(block.text())) {
                refuseCut(block);
                edits.addAll(DiffReplies.edits(block.text(), PathHints.inLine(block.before()).orElse(null)));
            }
        }
        if (!edits.isEmpty()) {
            return edits;
        }
        if (DiffReplies.looksLikeDiff(fences.prose())) {
            return DiffReplies.among(fences.prose());
        }
        return fences.blocks().isEmpty() ? bare(text) : code(fences);
    }

    /// Code without any fence, to the end of the reply. It must be Python as a whole, so that no prose gets into a file.
    private static List<RawEdit> bare(String text) {
        Matcher begins = CODE_BEGINS.matcher(text);
        if (!begins.find()) {
            return List.of();
        }
        boolean fromTop = CodeFitter.isPython(text);
        String code = fromTop ? text : text.substring(begins.start());
        return CodeFitter.definitions(code).isEmpty() ? List.of()
                : List.of(new RawEdit.Code(fromTop ? null : PathHints.only(text.substring(0, begins.start())), code.stripTrailing() + "\n"));
    }

    /// Fences that name their file; else the last unnamed one, since a reply shows the old code before the new.
    private static List<RawEdit> code(Fences fences) throws UnusableReply {
        List<RawEdit> named = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        Fences.Block last = null;
        for (Fences.Block block : fences.blocks()) {
            if (isTalk(block)) {
                continue;
            }
            Optional<String> file = PathHints.inInfo(block.info()).or(() -> PathHints.inFirstComment(block.text()))
                    .or(() -> PathHints.inLine(block.before()));
            if (file.isPresent()) {
                refuseCut(block);
                named.add(new RawEdit.Code(file.get(), block.text(), shownOf(file.get(), named), true));
            } else {
                if (last != null) {
                    shown.addFirst(last.text());
                }
                last = block;
            }
        }
        if (!named.isEmpty() || last == null) {
            return named;
        }
        refuseCut(last);
        return List.of(new RawEdit.Code(PathHints.only(fences.prose()), last.text(), shown, CHOICE.matcher(fences.prose()).find()));
    }

    private static List<String> shownOf(String file, List<RawEdit> before) {
        return before.reversed().stream().filter(edit -> file.equals(edit.file())).map(edit -> ((RawEdit.Code) edit).text()).toList();
    }

    /// Shell commands and program output are no code to put into a file.
    private static boolean isTalk(Fences.Block block) {
        String language = block.info().toLowerCase(Locale.ROOT).replaceFirst("[^a-z].*$", "");
        return List.of("bash", "sh", "shell", "console", "text", "txt", "output", "traceback", "pytb", "pycon",
                "javascript", "js", "typescript", "ts", "java", "sql", "html", "xml", "go", "rust", "c", "cpp").contains(language) || block.text().isBlank();
    }

    private static void refuseCut(Fences.Block block) throws UnusableReply {
        if (!block.closed()) {
            throw new UnusableReply("The reply is not complete: its last block of code ends in the middle.");
        }
    }
}
