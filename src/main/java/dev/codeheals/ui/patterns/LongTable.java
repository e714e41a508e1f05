package dev.codeheals.ui.patterns;

import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// A table of any number of rows. It holds a stretch of them, which follows when one scrolls near its end; a scroll bar of its own, there
/// only when the stretch is not all, goes to any place.
final class LongTable extends BorderPane {
    private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
    private static final int NEAR = PagedPatterns.STRETCH / 10;
    private final TableView<PatternRow> table;
    private final PagedPatterns rows;
    private final ScrollBar bar = new ScrollBar();
    private @Nullable VirtualFlow<?> flow;
    private boolean following;

    LongTable(TableView<PatternRow> table, PagedPatterns rows) {
        this.table = table;
        this.rows = rows;
        getStyleClass().add("long-table");
        bar.setId("patterns-scroll");
        bar.setOrientation(Orientation.VERTICAL);
        bar.visibleProperty().bind(rows.allProperty().greaterThan(PagedPatterns.STRETCH));
        bar.managedProperty().bind(bar.visibleProperty());
        bar.visibleProperty().subscribe(visible -> pseudoClassStateChanged(LONG, visible));
        bar.valueProperty().subscribe(value -> {
            if (!following) {
                show(value.intValue());
            }
        });
        table.skinProperty().subscribe(_ -> found());
        table.heightProperty().subscribe(this::measure);
        rows.subscribe(this::measure);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::ends);
        setCenter(table);
        setRight(bar);
    }

    private void found() {
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> now && !now.equals(flow)) {
            flow = now;
            now.positionProperty().subscribe(_ -> follow());
        }
    }

    private void measure() {
        double visible = Math.max(1, table.getHeight() / table.getFixedCellSize() - 1);
        boolean moving = following;
        following = true;
        bar.setMax(Math.max(0, rows.allProperty().get() - visible));
        bar.setVisibleAmount(visible);
        bar.setUnitIncrement(3);
        bar.setBlockIncrement(visible);
        following = moving;
        follow();
    }

    private void follow() {
        IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
        if (first != null && bar.isVisible() && !following) {
            int top = first.getIndex();
            told(rows.start() + top);
            boolean before = top < NEAR && rows.start() > 0;
            boolean after = top > rows.size() - NEAR && rows.start() + rows.size() < rows.allProperty().get();
            if (before || after) {
                int place = rows.start() + top;
                Platform.runLater(() -> move(place, -first.getLayoutY()));
            }
        }
    }

    private void told(int place) {
        following = true;
        bar.setValue(place);
        following = false;
    }

    /// Scrolls so that the row at this place is the first.
    private void show(int place) {
        int top = place - rows.start();
        if (top >= 0 && top <= rows.size() - NEAR) {
            following = true;
            table.scrollTo(top);
            following = false;
        } else {
            move(place, 0);
        }
    }

    private void move(int place, double pixels) {
        following = true;
        int selected = rows.start() + table.getSelectionModel().getSelectedIndex();
        if (Math.abs(selected - place) > PagedPatterns.STRETCH / 2) {
            table.getSelectionModel().clearSelection();
        }
        rows.startAt(place - PagedPatterns.STRETCH / 2);
        table.scrollTo(place - rows.start());
        if (flow != null && pixels > 0) {
            flow.scrollPixels(pixels);
        }
        following = false;
    }

    private void ends(KeyEvent event) {
        switch (event.getCode()) {
            case HOME -> select(event, 0);
            case END -> select(event, rows.allProperty().get() - 1);
            default -> {}
        }
    }

    private void select(KeyEvent event, int place) {
        if (bar.isVisible()) {
            show(place);
            table.getSelectionModel().clearAndSelect(place - rows.start());
            event.consume();
        }
    }
}
