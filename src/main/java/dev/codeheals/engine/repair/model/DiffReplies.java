package dev.codeheals.engine.repair.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads unified diffs as models write them: wrong line numbers and counts, lost leading blanks, no header.
final class DiffReplies {
    private static final Pattern HUNK = Pattern.compile("^@@(?: -([0-9]{1,9})(?:,[0-9]{1,9})? \\+[0-9]{1,9}(?:,([0-9]{1,9}))? @@)?.*");
    private static final String NOWHERE = "/dev/null";
    /// Beyond the first line new lines alone say no place.
    private static final int NO_PLACE = 2;

    private final List<RawEdit> edits = new ArrayList<>();
    private final List<String> old = new ArrayList<>();
    private final List<String> fresh = new ArrayList<>();
    private @Nullable String file;
    private boolean creates;
    private final boolean fenced;
    private boolean inHunk;
    private boolean withoutHunks;
    private boolean afterBlank;
    private int line;
    private int promised;

    private DiffReplies(@Nullable String file, boolean fenced) {
        this.file = file;
        this.fenced = fenced;
    }

    static boolean looksLikeDiff(String text) {
        return text.lines().anyMatch(line -> line.startsWith("@@ ") || line.equals("@@") || line.startsWith("*** Begin Patch"))
                && text.lines().anyMatch(line -> line.startsWith("+") || line.startsWith("-"));
    }

    /// @param diff nothing but a diff
    /// @param file what a hunk without a header is about
    static List<RawEdit> edits(String diff, @Nullable String file) throws UnusableReply {
        return new DiffReplies(file, true).read(diff.split("\r\n|\r|\n", -1));
    }

    /// @param prose text with a diff somewhere in it
    static List<RawEdit> among(String prose) throws UnusableReply {
        return new DiffReplies(null, false).read(prose.split("\r\n|\r|\n", -1));
    }

    private List<RawEdit> read(String[] lines) throws UnusableReply {
        withoutHunks = fenced && Arrays.stream(lines).noneMatch(line -> line.startsWith("@@"));
        inHunk = withoutHunks;
        for (int i = 0; i < lines.length; i++) {
            String text = lines[i];
            String next = i + 1 < lines.length ? lines[i + 1] : "";
            if (!fenced && text.equals("-- ")) {
                // What follows is the signature of a mail.
                flush();
            } else if (text.startsWith("--- ") && next.startsWith("+++ ")) {
                header(path(text.substring(4)), path(next.substring(4)));
                i++;
                inHunk = withoutHunks;
            } else if (!header(text) && inHunk) {
                if (!fenced && afterBlank && !text.isEmpty() && " +-\\\t".indexOf(text.charAt(0)) < 0) {
                    flush();
                } else {
                    body(text);
                }
            }
            afterBlank = text.isBlank();
        }
        refuseCut(lines);
        flush();
        return edits;
    }

    /// A last hunk that takes lines away and promises more than there is may lack the new ones.
    private void refuseCut(String[] lines) throws UnusableReply {
        String end = Arrays.stream(lines).filter(text -> !text.isBlank()).reduce("", (_, last) -> last);
        if (!fenced && inHunk && end.startsWith("-") && promised > fresh.stream().filter(line -> !line.isBlank()).count()) {
            throw new UnusableReply("The diff is not complete: its last hunk ends in the middle.");
        }
    }

    private boolean header(String text) throws UnusableReply {
        Matcher hunk = HUNK.matcher(text);
        if (text.startsWith("@@") && hunk.matches()) {
            flush();
            inHunk = true;
            line = hunk.group(1) == null ? 0 : Integer.parseInt(hunk.group(1));
            promised = hunk.group(2) == null ? 0 : Integer.parseInt(hunk.group(2));
        } else if (text.startsWith("*** Update File: ")) {
            header(text.substring(17).strip(), text.substring(17).strip());
            inHunk = true;
        } else if (text.startsWith("*** Add File: ")) {
            header(NOWHERE, text.substring(14).strip());
            inHunk = true;
        } else if (text.startsWith("*** Delete File: ")) {
            header(text.substring(17), NOWHERE);
        } else if (text.startsWith("rename from ") || text.startsWith("*** Move to: ")) {
            throw new UnusableReply("Files cannot be renamed; change their content instead.");
        } else if (text.startsWith("diff --git ") || text.startsWith("*** ") || text.startsWith("index ")) {
            flush();
        } else {
            return false;
        }
        return true;
    }

    private void header(String from, String to) throws UnusableReply {
        flush();
        if (to.equals(NOWHERE)) {
            throw new UnusableReply("Files cannot be deleted; change their content instead.");
        }
        creates = from.equals(NOWHERE);
        file = to;
    }

    private void body(String text) {
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        String rest = text.isEmpty() ? "" : text.substring(1);
        switch (first) {
            case '+' -> fresh.add(rest);
            case '-', '\u2212' -> old.add(rest);
            case '\\' -> {
                // "\ No newline at end of file" says nothing about the text.
            }
            default -> {
                // Without its leading blank the line is taken as it is; anchoring does not mind.
                String context = first == ' ' ? rest : text;
                old.add(context);
                fresh.add(context);
            }
        }
    }

    private void flush() {
        while (!old.isEmpty() && !fresh.isEmpty() && old.getLast().isBlank() && fresh.getLast().isBlank()) {
            old.removeLast();
            fresh.removeLast();
        }
        if (inHunk && !(old.isEmpty() && fresh.isEmpty())) {
            if (creates) {
                edits.add(new RawEdit.Swap(file, "", String.join("\n", fresh) + "\n", 0));
            } else if (!old.equals(fresh)) {
                edits.add(new RawEdit.Swap(file, String.join("\n", old), String.join("\n", fresh), Math.max(line, withoutHunks ? NO_PLACE : 1)));
            }
        }
        inHunk = false;
        line = 0;
        old.clear();
        fresh.clear();
    }

    /// A header's path without its tab-separated time and its a/ or b/.
    private static String path(String header) {
        int tab = header.indexOf('\t');
        String path = (tab < 0 ? header : header.substring(0, tab)).strip().replaceAll("^\"|\"$", "");
        return path.startsWith("a/") || path.startsWith("b/") ? path.substring(2) : path;
    }
}
