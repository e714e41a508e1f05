package dev.codeheals.engine.repair.model;

import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Chooses which lines of which files to show: the functions around the places that matter, most relevant first, until the room is used.
final class Windows {
    private static final int WHOLE_FILE = 120;
    private static final int LONG_FUNCTION = 90;
    private static final int AROUND = 25;
    private static final int CLOSE = 6;
    private static final int IMPORTS = 30;

    /// A line that matters.
    record Place(String file, int line) {}

    /// 1-based lines of a file, both included.
    record Window(SourceFile file, int from, int to) {
        int startOffset() {
            return file.lineStart(from);
        }

        int endOffset() {
            return to >= file.lineCount() ? file.text().length() : file.lineStart(to + 1);
        }
    }

    private final ModuleIndex index;
    private final Map<String, BitSet> shown = new LinkedHashMap<>();
    private int room;

    /// @param room tokens to spend
    Windows(ModuleIndex index, int room) {
        this.index = index;
        this.room = room;
    }

    /// Shows what is around the places, in this order, while there is room.
    void show(List<Place> places) {
        for (Place place : places) {
            index.byPath(place.file()).ifPresent(module -> show(module, place.line()));
        }
    }

    private void show(ModuleInfo module, int line) {
        SourceFile file = module.parsed().source();
        int at = Math.clamp(line, 1, Math.max(1, file.lineCount()));
        if (isShown(file.path(), at)) {
            return;
        }
        if (file.lineCount() <= WHOLE_FILE && take(file, 1, file.lineCount(), room * 2 / 3)) {
            return;
        }
        boolean fits = around(module, at).map(span -> take(file, span[0], span[1], room)).orElse(false)
                || take(file, at - AROUND, at + AROUND, room) || take(file, at - CLOSE, at + CLOSE, room);
        if (fits) {
            imports(module).ifPresent(last -> take(file, 1, Math.min(last, IMPORTS), room));
        }
    }

    /// The lines of the function around a line, unless it is very long.
    private static Optional<int[]> around(ModuleInfo module, int line) {
        SourceFile file = module.parsed().source();
        Tree tree = Tree.of(module.parsed());
        Optional<Stmt.FunctionDef> function = tree.statementAtLine(line).flatMap(s -> tree.enclosing(Stmt.FunctionDef.class, s.start()));
        return function.map(f -> new int[] {file.lineOf(Tree.outerStart(f)), file.lineOf(Math.max(f.start(), f.end() - 1))})
                .filter(span -> span[1] - span[0] < LONG_FUNCTION);
    }

    private static Optional<Integer> imports(ModuleInfo module) {
        return module.parsed().module().body().stream().filter(s -> s instanceof Stmt.Import || s instanceof Stmt.ImportFrom)
                .map(s -> module.parsed().source().lineOf(s.end())).reduce((_, last) -> last);
    }

    private boolean take(SourceFile file, int from, int to, int most) {
        int first = Math.max(1, from);
        int last = Math.min(file.lineCount(), to);
        BitSet lines = shown.computeIfAbsent(file.path(), _ -> new BitSet());
        int cost = 0;
        for (int line = first; line <= last; line++) {
            cost += lines.get(line) ? 0 : TokenUsage.estimate(file.line(line)) + 1;
        }
        if (cost > most) {
            return false;
        }
        lines.set(first, last + 1);
        room -= cost;
        return true;
    }

    boolean isShown(String file, int line) {
        BitSet lines = shown.get(file);
        return lines != null && lines.get(line);
    }

    int room() {
        return room;
    }

    /// What is shown, file by file in the order of relevance, stretches that nearly touch made one.
    List<Window> chosen() {
        List<Window> chosen = new ArrayList<>();
        shown.forEach((path, lines) -> index.byPath(path).ifPresent(module -> {
            SourceFile file = module.parsed().source();
            for (int from = lines.nextSetBit(1); from > 0; ) {
                int to = lines.nextClearBit(from) - 1;
                int next = lines.nextSetBit(to + 1);
                while (next > 0 && next - to <= 4) {
                    to = lines.nextClearBit(next) - 1;
                    next = lines.nextSetBit(to + 1);
                }
                chosen.add(new Window(file, from, Math.min(to, file.lineCount())));
                from = next;
            }
        }));
        return chosen;
    }
}
