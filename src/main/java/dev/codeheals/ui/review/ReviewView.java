package dev.codeheals.ui.review;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.ui.control.EmptyState;
import dev.codeheals.ui.control.Navigator;
import dev.codeheals.ui.control.Overlay;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Question;
import dev.codeheals.ui.control.Screen;
import dev.codeheals.ui.control.Ui;
import dev.codeheals.ui.task.Pause;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Proposals at the left, the diff in the middle, what speaks for it at the right, the decision beneath.
public final class ReviewView extends StackPane {
    private static final Duration PAUSE = Duration.ofMillis(500);
    /// The proposal is what one came for: past decisions, a third of the screen's nodes, follow a few frames later.
    private static final Duration AFTERWARDS = Duration.ofMillis(60);
    private static final double QUEUE = 184;
    private static final double WIDE_QUEUE = 280;
    private static final double SIDES = 320;
    private static final double LEAST_SIDES = 256;
    private static final double QUEUE_ROW = 46;
    private final Ui ui;
    private final ReviewViewModel model;
    private final Overlay overlay;
    private final BorderPane middle = new BorderPane();
    private final DiffPane diff;
    private final TabPane tabs = new TabPane();
    private @Nullable EditPane editor;
    private boolean dividedByHand;

    /// @param onPlace opens {@code file:line} in the user's editor
    public ReviewView(Ui ui, ReviewViewModel model, Navigator navigator, Overlay overlay, Consumer<String> onPlace) {
        this.ui = ui;
        this.model = model;
        this.overlay = overlay;
        getStyleClass().add("review");
        diff = new DiffPane(ui, model);
        middle.setTop(new DiffHeader(ui, model, this::edit, this::copyPatch));
        model.draft().fileProperty().subscribe(_ -> {
            if (editor == null) {
                showDiff();
            }
        });
        middle.setMinWidth(300);
        model.draft().arrivalsProperty().subscribe(_ -> dropEditor());
        tabs(navigator, onPlace);
        BorderPane whole = new BorderPane(panes(), null, null, new VBox(new DecidedBar(ui, model),
                new DecisionBar(ui, model, new DecisionBar.Acts(this::approve, this::reject, this::edit, model::undo))), null);
        EmptyState empty = new EmptyState(ui.texts(), ui.text("review.empty.title"), ui.text("review.empty.body"), ui.text("review.empty.action"),
                () -> navigator.open(Screen.LIVE));
        getChildren().addAll(whole, empty);
        model.currentProperty().subscribe(shown -> {
            whole.setVisible(shown != null);
            empty.setVisible(shown == null);
            dropEditor();
        });
        checkAfterPauses();
        addEventFilter(KeyEvent.KEY_PRESSED, new ReviewKeys(model, new ReviewKeys.Acts(this::approve, this::reject, this::edit,
                () -> tabs.getSelectionModel().selectLast(), diff::take, this::copyPatch))::handle);
        setFocusTraversable(true);
        focusedProperty().subscribe(focused -> {
            if (focused) {
                diff.focusRows();
            }
        });
    }

    private SplitPane panes() {
        SplitPane panes = new SplitPane(queue(), middle, tabs);
        panes.widthProperty().subscribe(width -> divide(panes, width.doubleValue()));
        panes.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> dividedByHand |= event.getTarget() instanceof Node part
                && part.getStyleClass().contains("split-pane-divider"));
        SplitPane.setResizableWithParent(panes.getItems().getFirst(), false);
        SplitPane.setResizableWithParent(tabs, false);
        return panes;
    }

    private void checkAfterPauses() {
        Pause pause = new Pause(PAUSE, model::verifyChosen);
        model.checkProperty().subscribe(check -> {
            if (check.state() == Check.State.WAITING) {
                pause.request();
            }
        });
    }

    /// The difference, or three panes where the file is no longer the one the fix was made for.
    private void showDiff() {
        FileReview file = model.draft().fileProperty().get();
        Envelope envelope = model.currentProperty().get();
        middle.setCenter(file != null && envelope != null && file.baseChanged() && file.diff().hunks().isEmpty()
                ? new ConflictPane(ui, model, file, envelope, this::edit) : diff);
    }

    private void tabs(Navigator navigator, Consumer<String> onPlace) {
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tab("review.tab.evidence", new EvidenceTab(ui, model, onPlace));
        tab("review.tab.knew", new TabBody(model, new KnewTab(ui, navigator)::of));
        tab("review.tab.why", new TabBody(model, new WhyTab(ui)::of));
        tab("review.tab.others", new OthersTab(ui, model));
        tabs.setMinWidth(LEAST_SIDES);
    }

    private void tab(String key, VBox body) {
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        tabs.getTabs().add(new Tab(ui.text(key), scroll));
    }

    /// As the window's width asks for, until the user moves a divider; after the pane's own answer to the new width.
    private void divide(SplitPane panes, double width) {
        if (!dividedByHand && width > SIDES * 2) {
            ui.work().later(() -> panes.setDividerPositions(Math.min(WIDE_QUEUE, Math.max(QUEUE, width * 0.17)) / width,
                    1 - Math.clamp(width * 0.3, LEAST_SIDES, SIDES) / width));
        }
    }

    private Node queue() {
        ListView<Envelope> waiting = list("review.waiting", "review-queue");
        waiting.setItems(model.waiting());
        waiting.prefHeightProperty().bind(Bindings.max(2, Bindings.size(model.waiting())).multiply(QUEUE_ROW));
        ListView<Envelope> decided = list("review.decided", "review-decided");
        new Pause(AFTERWARDS, () -> decided.setItems(model.decided())).request();
        VBox.setVgrow(decided, Priority.ALWAYS);
        decided.setPrefHeight(4 * QUEUE_ROW);
        VBox box = new VBox(8, heading("review.waiting"), waiting, heading("review.decided"), decided);
        box.getStyleClass().add("queue");
        box.setMinWidth(170);
        return box;
    }

    private Label heading(String key) {
        return Parts.label(ui.text(key), "strong");
    }

    private ListView<Envelope> list(String key, String id) {
        ListView<Envelope> list = new ListView<>();
        list.setId(id);
        list.setAccessibleText(ui.text(key));
        list.setCellFactory(_ -> new QueueCell(ui));
        list.setPlaceholder(Parts.label(ui.text("review.none"), "muted"));
        list.setMinHeight(2 * QUEUE_ROW);
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            Envelope shown = model.currentProperty().get();
            if (chosen != null && list.isFocused() && (shown == null || !chosen.envelopeId().equals(shown.envelopeId()))) {
                model.open(chosen);
            }
        });
        model.currentProperty().subscribe(shown -> select(list, shown));
        list.itemsProperty().subscribe(envelopes -> Parts.follow(envelopes, () -> select(list, model.currentProperty().get())));
        return list;
    }

    private static void select(ListView<Envelope> list, @Nullable Envelope shown) {
        list.getSelectionModel().clearSelection();
        list.getItems().stream().filter(e -> shown != null && e.envelopeId().equals(shown.envelopeId())).findFirst()
                .ifPresent(e -> list.getSelectionModel().select(e));
    }

    /// Applies what is chosen; asks first where it is not proven.
    public void approve() {
        Check check = model.checkProperty().get();
        EditPane open = editor;
        if (open != null) {
            leaveEditor();
        } else if (check.sound()) {
            model.approve();
        } else if (!check.busy() && !check.empty()) {
            overlay.show(new Question(ui, overlay, ui.text("review.unproven.title"), ui.text("review.unproven.body", check.words()),
                    ui.text("review.approve.anyway"), "danger", model::approve));
        }
    }

    /// Asks for a reason and rejects the proposal.
    public void reject() {
        if (model.currentProperty().get() != null && !overlay.showing()) {
            overlay.show(new RejectSheet(ui, model, overlay));
        }
    }

    /// Opens the editor, or closes it.
    public void edit() {
        FileReview file = model.draft().fileProperty().get();
        if (editor != null) {
            leaveEditor();
        } else if (file != null) {
            EditPane pane = new EditPane(ui, file, this::leaveEditor, text -> model.draft().edit(file.path(), text));
            editor = pane;
            middle.setCenter(pane);
            int hunk = model.draft().hunkProperty().get();
            pane.focusEditor(hunk < file.diff().hunks().size() ? file.diff().hunks().get(hunk).freshFrom() : 0);
        }
    }

    /// Puts what is chosen on the clipboard, as a patch that git takes.
    public void copyPatch() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.draft().patch());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void leaveEditor() {
        EditPane open = editor;
        if (open != null) {
            open.finish();
            dropEditor();
            diff.focusRows();
        }
    }

    private void dropEditor() {
        editor = null;
        showDiff();
    }
}
