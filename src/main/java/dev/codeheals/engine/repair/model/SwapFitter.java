package dev.codeheals.engine.repair.model;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.codeheals.engine.repair.Replacement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// Fits "this old text becomes that" to a file.
///
/// The old lines are anchored, then only the lines that differ between old and new are changed: lines that a reply repeats, however
/// it spaces them, keep the bytes they have in the file.
final class SwapFitter {
    private static final int LONGEST_QUOTE = 60;

    private final FileLines file;
    private final Anchor anchor;

    SwapFitter(FileLines file) {
        this.file = file;
        this.anchor = new Anchor(file.lines());
    }

    /// @param hint 1-based line the reply says; 0 = none
    List<Replacement> fit(String search, String replace, int hint) throws UnusableReply {
        List<String> shown = split(search);
        List<String> old = LineNumbers.dropped(shown, file.lines());
        List<String> fresh = LineNumbers.dropped(split(replace), shown, old, file.lines());
        if (old.stream().anyMatch(Elisions::isElision) && Elisions.leavesOut(old, file.lines())) {
            return fitParts(Elisions.split(old), Elisions.split(fresh), hint);
        }
        if (fresh.stream().anyMatch(line -> Elisions.isElision(line) && !old.contains(line)) && Elisions.leavesOut(fresh, file.lines())) {
            throw new UnusableReply("The new text for %s leaves code out with a comment; give all of it.".formatted(file.file().path()));
        }
        return fitLines(old, fresh, hint, search);
    }

    private List<Replacement> fitParts(List<List<String>> old, List<List<String>> fresh, int hint) throws UnusableReply {
        if (old.size() != fresh.size()) {
            throw new UnusableReply("The old text leaves lines out; give the exact lines, or one edit for each place.");
        }
        List<Replacement> all = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            if (!old.get(i).equals(fresh.get(i))) {
                all.addAll(fitLines(old.get(i), fresh.get(i), i == 0 ? hint : 0, String.join("\n", old.get(i))));
            }
        }
        return all;
    }

    private List<Replacement> fitLines(List<String> oldLines, List<String> freshLines, int hint, String search) throws UnusableReply {
        int from = 0;
        int to = oldLines.size();
        int freshFrom = 0;
        int freshTo = freshLines.size();
        while (from < to && oldLines.get(from).isBlank()) {
            from++;
            freshFrom += freshFrom < freshTo && freshLines.get(freshFrom).isBlank() ? 1 : 0;
        }
        while (from < to && oldLines.get(to - 1).isBlank()) {
            to--;
            freshTo -= freshFrom < freshTo && freshLines.get(freshTo - 1).isBlank() ? 1 : 0;
        }
        if (from == to) {
            throw new UnusableReply("The old text is blank, so it says no place in %s; repeat the lines around the change.".formatted(file.file().path()));
        }
        List<String> old = oldLines.subList(from, to);
        List<String> fresh = freshLines.subList(freshFrom, freshTo);
        return switch (anchor.same(old, hint)) {
            case Anchor.Place.Found found -> {
                List<String> meant = new Overlap(file.lines()).meant(found.lines(), old, fresh);
                yield meant.size() == old.size() ? changes(found.lines(), old, fresh)
                        : changes(IntStream.range(found.first(), found.first() + meant.size()).toArray(), meant, fresh);
            }
            case Anchor.Place.Ambiguous several -> throw ambiguous(search, several.lines());
            case Anchor.Place.Nowhere _ -> old.size() == 1 && fresh.isEmpty() ? byLikeness(old, fresh, search) : old.size() == 1
                    ? withinLine(old.getFirst(), fresh, search) : acrossLines(old, fresh, search);
        };
    }

    /// A piece of a line that is in the file once.
    private List<Replacement> withinLine(String old, List<String> fresh, String search) throws UnusableReply {
        String piece = old.strip();
        List<Integer> places = places(piece);
        if (places.isEmpty() && piece.indexOf('"') < 0) {
            // The other kind of quotes means the same text.
            places = places(piece.replace('\'', '"'));
        }
        if (places.isEmpty()) {
            return byLikeness(List.of(old), fresh, search);
        }
        if (places.size() > 1) {
            throw ambiguous(search, places.stream().map(file.file()::lineOf).toList());
        }
        int at = places.getFirst();
        String line = file.lines().get(file.file().lineOf(at) - 1);
        if (fresh.size() > 1 && !line.startsWith(Indents.of(line) + piece)) {
            return byLikeness(List.of(old), fresh, search);
        }
        Indents indents = new Indents(List.of(new Indents.Pair(old, line)), file.step());
        String text = Typography.code(String.join("\n", fresh.stream().map(fresh.size() > 1 ? indents::translate : UnaryOperator.identity()).toList())).strip();
        return piece.equals(text) ? List.of() : List.of(new Replacement(at, at + piece.length(), text.replace("\n", file.file().eol())));
    }

    /// Text over several lines that begins or ends within one of them.
    private List<Replacement> acrossLines(List<String> old, List<String> fresh, String search) throws UnusableReply {
        String piece = String.join(file.file().eol(), old).strip();
        List<Integer> places = places(piece);
        if (places.size() != 1) {
            return byLikeness(old, fresh, search);
        }
        String text = Typography.code(String.join("\n", fresh)).strip().replace("\n", file.file().eol());
        return piece.equals(text) ? List.of() : List.of(new Replacement(places.getFirst(), places.getFirst() + piece.length(), text));
    }

    private List<Integer> places(String piece) {
        String text = file.file().text();
        List<Integer> places = new ArrayList<>();
        for (int at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
            if (standsAlone(text, at, at + piece.length())) {
                places.add(at);
            }
        }
        return places;
    }

    private static boolean standsAlone(String text, int start, int end) {
        boolean before = start > 0 && Character.isJavaIdentifierPart(text.charAt(start)) && Character.isJavaIdentifierPart(text.charAt(start - 1));
        boolean after = end < text.length() && Character.isJavaIdentifierPart(text.charAt(end - 1)) && Character.isJavaIdentifierPart(text.charAt(end));
        return !before && !after;
    }

    private List<Replacement> byLikeness(List<String> old, List<String> fresh, String search) throws UnusableReply {
        return switch (anchor.alike(old)) {
            case Anchor.Place.Found found -> changes(found.lines(), old, fresh);
            case Anchor.Place.Ambiguous several -> throw ambiguous(search, several.lines());
            case Anchor.Place.Nowhere _ -> throw new UnusableReply("The old text that begins with \"%s\" is not in %s; copy the lines exactly as they are."
                    .formatted(quote(search), file.file().path()));
        };
    }

    private UnusableReply ambiguous(String search, List<Integer> lines) {
        return new UnusableReply("The old text that begins with \"%s\" fits %d places in %s (lines %s); add lines around it so that it fits one."
                .formatted(quote(search), lines.size(), file.file().path(), lines.stream().limit(8).map(String::valueOf).toList()));
    }

    private List<Replacement> changes(int[] map, List<String> old, List<String> fresh) throws UnusableReply {
        List<Indents.Pair> pairs = IntStream.range(0, map.length).filter(i -> map[i] >= 0)
                .mapToObj(i -> new Indents.Pair(old.get(i), file.lines().get(map[i]))).toList();
        // Old text without its indentation, new text with the file's: the new text is right as it is.
        boolean asItIs = pairs.size() == 1 && !fresh.isEmpty() && Indents.of(pairs.getFirst().theirs()).isEmpty()
                && Indents.of(fresh.getFirst()).equals(Indents.of(pairs.getFirst().ours()));
        Indents indents = new Indents(asItIs ? List.of() : pairs, file.step());
        List<Replacement> changes = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(old, fresh).getDeltas()) {
            int start = delta.getSource().getPosition();
            int end = start + delta.getSource().size();
            int[] touched = IntStream.range(start, end).map(i -> map[i]).filter(line -> line >= 0).toArray();
            List<String> lines = Typography.code(String.join("\n", delta.getTarget().getLines())).lines().map(indents::translate).toList();
            if (indents.contradictory()) {
                lines = each(delta, map);
            }
            if (touched.length > 0) {
                refuseHoles(touched, map);
                changes.add(file.replace(touched[0], touched[touched.length - 1] + 1, delta.getTarget().getLines().isEmpty() ? List.of() : lines));
            } else if (!delta.getTarget().getLines().isEmpty()) {
                int at = gap(map, start, end);
                changes.add(file.replace(at, at, lines.isEmpty() ? List.of("") : lines));
            }
        }
        return changes.stream().filter(change -> !change.text().equals(file.file().text().substring(change.start(), change.end()))).toList();
    }

    /// Where the reply lost the indentation altogether, a line that takes another's place takes its indentation.
    private List<String> each(AbstractDelta<String> delta, int[] map) throws UnusableReply {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < delta.getTarget().size(); i++) {
            int old = delta.getSource().getPosition() + i;
            if (delta.getSource().size() != delta.getTarget().size() || map[old] < 0) {
                throw new UnusableReply("The lines for %s have lost their indentation; copy them exactly as they are.".formatted(file.file().path()));
            }
            lines.add(Indents.of(file.lines().get(map[old])) + Typography.code(delta.getTarget().getLines().get(i)).strip());
        }
        return lines;
    }

    /// Lines of the file that the reply did not know of must not vanish with those around them.
    private void refuseHoles(int[] touched, int[] map) throws UnusableReply {
        for (int line = touched[0]; line <= touched[touched.length - 1]; line++) {
            int candidate = line;
            if (!file.lines().get(line).isBlank() && IntStream.of(map).noneMatch(known -> known == candidate)) {
                throw new UnusableReply("The old text leaves out line %d of %s, which lies between the lines it changes; copy the lines exactly as they are."
                        .formatted(line + 1, file.file().path()));
            }
        }
    }

    /// Where new lines go that stand between old ones: before the next old line if blank lines may lie in between, else after the last.
    private static int gap(int[] map, int start, int end) {
        boolean afterBlank = start > 0 && map[start - 1] < 0;
        int next = end;
        while (next < map.length && map[next] < 0) {
            next++;
        }
        if (next < map.length && (afterBlank || start == 0)) {
            return map[next];
        }
        int last = start - 1;
        while (last >= 0 && map[last] < 0) {
            last--;
        }
        return last >= 0 ? map[last] + 1 : next < map.length ? map[next] : 0;
    }

    private static List<String> split(String text) {
        List<String> lines = new ArrayList<>(Arrays.stream(text.split("\r\n|\r|\n", -1)).map(Indents::plain).toList());
        if (lines.size() > 1 && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return text.isEmpty() ? List.of() : lines;
    }

    private static String quote(String search) {
        String first = search.strip().lines().findFirst().orElse("").strip();
        return first.length() > LONGEST_QUOTE ? first.substring(0, LONGEST_QUOTE) + "…" : first;
    }
}
