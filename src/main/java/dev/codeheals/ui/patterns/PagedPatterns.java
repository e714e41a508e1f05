package dev.codeheals.ui.patterns;

import dev.codeheals.engine.knowledge.KnowledgeBase;
import dev.codeheals.engine.knowledge.PatternSearch;
import dev.codeheals.engine.knowledge.SuccessPattern;
import dev.codeheals.ui.task.Work;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/// The patterns a search finds, read a page at a time as the table scrolls: a million rows cost what is on screen.
///
/// The whole library has its true length from the start, so that any part of it can be scrolled to; what is searched for grows by the page.
/// Used on the interface thread only; pages are read off it.
final class PagedPatterns extends ObservableListBase<PatternRow> {
    static final int PAGE = 200;
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
    private boolean exhausted = true;
    private int size;
    private int generation;

    private record First(List<SuccessPattern> page, int total) {}

    PagedPatterns(KnowledgeBase knowledge, Work work) {
        this.knowledge = knowledge;
        this.work = work;
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
        if (size > 0) {
            nextRemove(0, Collections.nCopies(size, new PatternRow()));
        }
        pages.clear();
        exhausted = wanted.everything() || first.page().size() < PAGE;
        size = Math.max(first.page().size(), first.total());
        if (size > 0) {
            fill(empty(0), first.page());
            nextAdd(0, size);
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
        if (!exhausted && page * PAGE == size) {
            exhausted = read < PAGE;
            beginChange();
            size += read;
            nextAdd(size - read, size);
            endChange();
        }
    }

    @Override
    public PatternRow get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        if (!exhausted && index > size - PAGE / 2 && !pages.containsKey(size / PAGE)) {
            work.later(() -> {
                if (!exhausted && !pages.containsKey(size / PAGE)) {
                    read(size / PAGE);
                }
            });
        }
        List<PatternRow> rows = pages.get(index / PAGE);
        return (rows == null ? read(index / PAGE) : rows).get(index % PAGE);
    }

    /// Only what was read is looked at: a look at every row would read the whole library.
    @Override
    public int indexOf(@Nullable Object row) {
        return pages.entrySet().stream().filter(page -> page.getValue().contains(row)).findFirst()
                .map(page -> page.getKey() * PAGE + page.getValue().indexOf(row)).orElse(-1);
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
        return size;
    }
}
