package dev.codeheals.ui.patterns;

import dev.codeheals.engine.knowledge.KnowledgeBase;
import dev.codeheals.engine.knowledge.PatternSearch;
import dev.codeheals.engine.knowledge.SuccessPattern;
import dev.codeheals.ui.task.Work;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/// The patterns a search finds, read a page at a time as the table scrolls: a million rows cost what is on screen.
///
/// As a list it is the stretch of them that a table holds now, which can be moved to any place: a table walks over all rows it holds in each
/// layout, and a million of them would take 40 ms. The whole library has its true length from the start, so that any part of it can be gone to;
/// what is searched for grows by the page. Used on the interface thread only; pages are read off it.
final class PagedPatterns extends ObservableListBase<PatternRow> {
    static final int PAGE = 200;
    static final int STRETCH = 10_000;
    private static final int KEPT = 40;
    private final KnowledgeBase knowledge;
    private final Work work;
    private final Map<Integer, List<PatternRow>> pages = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<PatternRow>> eldest) {
            return size() > KEPT;
        }
    };
    private PatternSearch search = PatternSearch.ALL;
    private final ReadOnlyIntegerWrapper all = new ReadOnlyIntegerWrapper();
    private boolean exhausted = true;
    private int start;
    private int generation;

    private record First(List<SuccessPattern> page, int total) {}

    PagedPatterns(KnowledgeBase knowledge, Work work) {
        this.knowledge = knowledge;
        this.work = work;
    }

    /// How many were found so far.
    ReadOnlyIntegerProperty allProperty() {
        return all.getReadOnlyProperty();
    }

    /// The place of the first row of the stretch among all that were found.
    int start() {
        return start;
    }

    /// Moves the stretch so that it begins at this place, or as near to it as its length allows.
    void startAt(int place) {
        int wanted = Math.clamp(place, 0, Math.max(0, all.get() - STRETCH));
        int by = Math.min(Math.abs(wanted - start), size());
        if (by > 0) {
            boolean down = wanted > start;
            int kept = size() - by;
            beginChange();
            nextRemove(down ? 0 : kept, Collections.nCopies(by, new PatternRow()));
            start = wanted;
            nextAdd(down ? kept : 0, down ? size() : by);
            endChange();
        }
    }

    /// Starts again with another search; what is shown stays until its first page is there.
    void search(PatternSearch wanted) {
        int mine = ++generation;
        work.run(() -> new First(knowledge.search(wanted, 0, PAGE), wanted.everything() ? knowledge.stats().totalPatterns() : 0), first -> {
            if (mine == generation) {
                begin(wanted, first);
            }
        });
    }

    private void begin(PatternSearch wanted, First first) {
        search = wanted;
        beginChange();
        if (!isEmpty()) {
            nextRemove(0, Collections.nCopies(size(), new PatternRow()));
        }
        pages.clear();
        start = 0;
        exhausted = wanted.everything() || first.page().size() < PAGE;
        all.set(Math.max(first.page().size(), first.total()));
        if (!isEmpty()) {
            fill(empty(0), first.page());
            nextAdd(0, size());
        }
        endChange();
    }

    private List<PatternRow> empty(int page) {
        List<PatternRow> rows = Stream.generate(PatternRow::new).limit(PAGE).toList();
        pages.put(page, rows);
        return rows;
    }

    private static void fill(List<PatternRow> rows, List<SuccessPattern> read) {
        for (int i = 0; i < read.size(); i++) {
            rows.get(i).arrived(read.get(i));
        }
    }

    private List<PatternRow> read(int page) {
        List<PatternRow> rows = empty(page);
        int mine = generation;
        PatternSearch wanted = search;
        work.run(() -> knowledge.search(wanted, page * PAGE, PAGE), read -> {
            if (mine == generation) {
                fill(rows, read);
                grow(page, read.size());
            }
        });
        return rows;
    }

    private void grow(int page, int read) {
        if (!exhausted && page * PAGE == all.get()) {
            exhausted = read < PAGE;
            int held = size();
            beginChange();
            all.set(all.get() + read);
            if (size() > held) {
                nextAdd(held, size());
            }
            endChange();
        }
    }

    @Override
    public PatternRow get(int index) {
        int place = start + Objects.checkIndex(index, size());
        int next = all.get() / PAGE;
        if (!exhausted && place > all.get() - PAGE / 2 && !pages.containsKey(next)) {
            work.later(() -> {
                if (!exhausted && next == all.get() / PAGE && !pages.containsKey(next)) {
                    read(next);
                }
            });
        }
        List<PatternRow> rows = pages.get(place / PAGE);
        return (rows == null ? read(place / PAGE) : rows).get(place % PAGE);
    }

    /// Only what was read is looked at: a look at every row would read the whole library.
    @Override
    public int indexOf(@Nullable Object row) {
        return pages.entrySet().stream().filter(page -> page.getValue().contains(row)).mapToInt(page -> page.getKey() * PAGE + page.getValue().indexOf(row) - start)
                .filter(index -> index >= 0 && index < size()).findFirst().orElse(-1);
    }

    @Override
    public int lastIndexOf(@Nullable Object row) {
        return indexOf(row);
    }

    @Override
    public boolean contains(@Nullable Object row) {
        return indexOf(row) >= 0;
    }

    @Override
    public int size() {
        return Math.min(STRETCH, all.get() - start);
    }
}
