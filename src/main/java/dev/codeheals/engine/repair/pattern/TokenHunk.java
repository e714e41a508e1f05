package dev.codeheals.engine.repair.pattern;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.codeheals.engine.source.Token;
import java.util.ArrayList;
import java.util.List;

/// A stretch of tokens that a fix replaced: half-open index ranges before and after it.
record TokenHunk(int from, int to, int newFrom, int newTo) {
    /// Beyond this many changed tokens a fix is a rewrite, not a pattern.
    private static final int MOST_CHANGED = 400;
    /// As many tokens as a few lines have.
    private static final int FAR = 80;

    /// The hunks between two versions of a file, in order; empty if there are none or the change is too large to learn from.
    static List<TokenHunk> between(FileTokens before, FileTokens after) {
        int head = 0;
        int most = Math.min(before.size(), after.size());
        while (head < most && same(before.at(head), after.at(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && same(before.at(before.size() - 1 - tail), after.at(after.size() - 1 - tail))) {
            tail++;
        }
        List<String> old = keys(before, head, before.size() - tail);
        List<String> now = keys(after, head, after.size() - tail);
        List<TokenHunk> hunks = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            int from = head + delta.getSource().getPosition();
            int newFrom = head + delta.getTarget().getPosition();
            hunks.add(new TokenHunk(from, from + delta.getSource().size(), newFrom, newFrom + delta.getTarget().size()).slid(before, after));
        }
        int changed = hunks.stream().mapToInt(h -> h.to - h.from + h.newTo - h.newFrom).sum();
        return changed > MOST_CHANGED ? List.of() : joined(hunks, before, after);
    }

    boolean insertion() {
        return from == to;
    }

    /// Whether this only adds or removes whole lines.
    boolean wholeLines(FileTokens before, FileTokens after) {
        boolean starts = before.layoutAt(from - 1) && after.layoutAt(newFrom - 1);
        boolean newEnds = newFrom == newTo || after.at(newTo - 1).kind() == Token.Kind.NEWLINE || Atom.layout(after.at(newTo - 1).kind());
        boolean oldEnds = from == to || Atom.layout(before.at(to - 1).kind());
        return starts && newEnds && oldEnds;
    }

    /// A pure insertion or deletion moved up, where the tokens allow it, until it begins at the start of a line.
    private TokenHunk slid(FileTokens before, FileTokens after) {
        if (from != to && newFrom != newTo) {
            return this;
        }
        FileTokens longer = from == to ? after : before;
        TokenHunk moved = this;
        while (true) {
            int start = from == to ? moved.newFrom : moved.from;
            int end = from == to ? moved.newTo : moved.to;
            if (longer.layoutAt(start - 1) && longer.at(end - 1).kind() == Token.Kind.NEWLINE) {
                return moved;
            }
            if (start == 0 || !same(longer.at(start - 1), longer.at(end - 1)) || Atom.layout(longer.at(start - 1).kind())) {
                return this;
            }
            moved = new TokenHunk(moved.from - 1, moved.to - 1, moved.newFrom - 1, moved.newTo - 1);
        }
    }

    /// Hunks of one logical line become one; each is widened until its indentation is balanced.
    private static List<TokenHunk> joined(List<TokenHunk> hunks, FileTokens before, FileTokens after) {
        List<TokenHunk> result = new ArrayList<>();
        for (TokenHunk hunk : hunks) {
            boolean join = !result.isEmpty() && !result.getLast().wholeLines(before, after) && sameLine(before, result.getLast().to, hunk.from);
            if (join) {
                TokenHunk last = result.removeLast();
                result.add(new TokenHunk(last.from, hunk.to, last.newFrom, hunk.newTo));
            } else {
                result.add(hunk);
            }
        }
        return moved(balanced(result, before, after), before, after);
    }

    /// A line taken out here and put back a little further on is one change: both places are known by what stood between them.
    private static List<TokenHunk> moved(List<TokenHunk> hunks, FileTokens before, FileTokens after) {
        List<TokenHunk> result = new ArrayList<>();
        for (TokenHunk hunk : hunks) {
            if (!result.isEmpty() && result.getLast().movesWith(hunk, before, after)) {
                TokenHunk last = result.removeLast();
                result.add(new TokenHunk(last.from, hunk.to, last.newFrom, hunk.newTo));
            } else {
                result.add(hunk);
            }
        }
        return result;
    }

    private boolean movesWith(TokenHunk next, FileTokens before, FileTokens after) {
        boolean down = newFrom == newTo && next.insertion() && visible(before, from, to).equals(visible(after, next.newFrom, next.newTo));
        boolean up = insertion() && next.newFrom == next.newTo && visible(after, newFrom, newTo).equals(visible(before, next.from, next.to));
        return (down || up) && next.to - from <= FAR && level(before, from, next.to) && level(after, newFrom, next.newTo);
    }

    private static List<String> visible(FileTokens file, int from, int to) {
        return file.tokens().subList(from, to).stream().filter(token -> !Atom.layout(token.kind())).map(Token::text).toList();
    }

    private static boolean sameLine(FileTokens before, int from, int to) {
        for (int i = from; i < to; i++) {
            if (before.at(i).kind() == Token.Kind.NEWLINE) {
                return false;
            }
        }
        return true;
    }

    private static List<TokenHunk> balanced(List<TokenHunk> hunks, FileTokens before, FileTokens after) {
        List<TokenHunk> result = new ArrayList<>();
        int i = 0;
        while (i < hunks.size()) {
            TokenHunk hunk = hunks.get(i++);
            if (level(before, hunk.from, hunk.to) && level(after, hunk.newFrom, hunk.newTo)) {
                result.add(hunk);
                continue;
            }
            int begin = before.lineBegin(hunk.from);
            int shift = hunk.from - begin;
            TokenHunk wide = new TokenHunk(begin, hunk.to, hunk.newFrom - shift, hunk.newTo);
            while (!(level(before, wide.from, wide.to) && level(after, wide.newFrom, wide.newTo) && wide.wholeLines(before, after))) {
                if (i < hunks.size() && hunks.get(i).from == wide.to) {
                    wide = new TokenHunk(wide.from, hunks.get(i).to, wide.newFrom, hunks.get(i).newTo);
                    i++;
                } else if (wide.to >= before.size() || wide.to - wide.from > MOST_CHANGED) {
                    return List.of();
                } else {
                    wide = new TokenHunk(wide.from, wide.to + 1, wide.newFrom, wide.newTo + 1);
                }
            }
            result.add(wide);
        }
        return result;
    }

    /// Whether indentation ends as deep as it began and never goes shallower.
    private static boolean level(FileTokens file, int from, int to) {
        int depth = 0;
        for (int i = from; i < to; i++) {
            depth += file.at(i).kind() == Token.Kind.INDENT ? 1 : file.at(i).kind() == Token.Kind.DEDENT ? -1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }

    private static boolean same(Token a, Token b) {
        return a.kind() == b.kind() && (Atom.layout(a.kind()) || a.text().equals(b.text()));
    }

    private static List<String> keys(FileTokens file, int from, int to) {
        return file.tokens().subList(from, to).stream().map(t -> t.kind() + (Atom.layout(t.kind()) ? "" : t.text())).toList();
    }
}
