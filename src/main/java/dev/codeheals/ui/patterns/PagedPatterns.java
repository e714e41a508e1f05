package dev.codeheals.ui.patterns;

import dev.codeheals.engine.knowledge.KnowledgeBase;
import dev.codeheals.engine.knowledge.SuccessPattern;
import dev.codeheals.ui.task.Work;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableListBase;

/// The patterns a search finds, read a page at a time as the table scrolls: a million rows cost what is on screen.
///
/// Used on the interface thread only; pages are read off it.
final class PagedPatterns extends ObservableListBase<PatternRow> {
    static final int PAGE = 200;
    private final KnowledgeBase knowledge;
    private final Work work;
    private final List<PatternRow> rows = new ArrayList<>();
    private String query = "";
    private boolean reading;
    private boolean exhausted = true;
    private int generation;

    PagedPatterns(KnowledgeBase knowledge, Work work) {
        this.knowledge = knowledge;
        this.work = work;
    }

    /// Starts again with another search; what is shown stays until its first page is there.
    void search(String text) {
        generation++;
        query = text;
        reading = false;
        read(0);
    }

    private void read(int offset) {
        if (reading) {
            return;
        }
        reading = true;
        int mine = generation;
        String wanted = query;
        work.run(() -> knowledge.search(wanted, offset, PAGE), page -> {
            if (mine == generation) {
                reading = false;
                arrived(offset, page);
            }
        });
    }

    private void arrived(int offset, List<SuccessPattern> page) {
        exhausted = page.size() < PAGE;
        beginChange();
        if (offset == 0 && !rows.isEmpty()) {
            List<PatternRow> removed = List.copyOf(rows);
            rows.clear();
            nextRemove(0, removed);
        }
        int from = rows.size();
        page.forEach(pattern -> rows.add(new PatternRow(pattern)));
        if (rows.size() > from) {
            nextAdd(from, rows.size());
        }
        endChange();
    }

    @Override
    public PatternRow get(int index) {
        if (!exhausted && index > rows.size() - PAGE / 2) {
            work.later(() -> {
                if (!exhausted && !reading) {
                    read(rows.size());
                }
            });
        }
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }
}
