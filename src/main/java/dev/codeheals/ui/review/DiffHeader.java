package dev.codeheals.ui.review;

import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;

/// Which file, how much of it changes, and how it is shown.
final class DiffHeader extends FlowPane {
    private static final int WHOLE = 1_000_000;
    private static final double WIDEST = 220;

    private final Ui ui;
    private final Draft draft;

    DiffHeader(Ui ui, ReviewViewModel model, Runnable edit, Runnable copyPatch) {
        super(8, 6);
        this.ui = ui;
        this.draft = model.draft();
        getStyleClass().add("diff-header");
        setAlignment(Pos.CENTER_LEFT);
        ToggleButton lines = new ToggleButton(ui.text("review.lines"));
        lines.selectedProperty().bindBidirectional(draft.lineModeProperty());
        lines.setId("review-lines");
        lines.setMinWidth(USE_PREF_SIZE);
        Button copy = Parts.iconButton(Feather.COPY, ui.text("review.copy"), copyPatch);
        Button editButton = Parts.iconButton(Feather.EDIT_2, ui.text("review.edit"), edit);
        getChildren().addAll(Parts.row(8, file(), counts()), arrangement(), lines, surroundings(), Parts.row(0, copy, editButton));
    }

    private ComboBox<FileReview> file() {
        ComboBox<FileReview> file = new ComboBox<>(draft.files());
        file.setConverter(converter());
        file.valueProperty().bindBidirectional(draft.fileProperty());
        file.setMinWidth(110);
        file.setMaxWidth(WIDEST);
        file.getStyleClass().add("file-choice");
        file.setId("review-file");
        file.setAccessibleText(ui.text("review.file"));
        return file;
    }

    private Label counts() {
        Label counts = Parts.label("", "muted");
        draft.fileProperty().subscribe(shown -> {
            boolean differs = shown != null && !shown.diff().hunks().isEmpty();
            Object[] figures = differs ? new Object[] {shown.diff().added(), shown.diff().removed(), draft.files().indexOf(shown) + 1,
                draft.files().size()} : new Object[0];
            counts.setText(differs ? ui.text("review.counts", figures) : "");
            counts.setAccessibleText(differs ? ui.text("review.counts.words", figures) : "");
        });
        counts.setMinWidth(USE_PREF_SIZE);
        return counts;
    }

    private SegmentedButton arrangement() {
        ToggleButton split = icon(Feather.COLUMNS, ui.text("review.split"));
        ToggleButton unified = icon(Feather.ALIGN_JUSTIFY, ui.text("review.unified"));
        split.setOnAction(_ -> draft.layout(false));
        unified.setOnAction(_ -> draft.layout(true));
        draft.unifiedProperty().subscribe(on -> {
            unified.setSelected(on);
            split.setSelected(!on);
        });
        SegmentedButton layout = new SegmentedButton(split, unified);
        layout.setToggleGroup(new ToggleGroup());
        return layout;
    }

    /// How many unchanged lines are shown around a change.
    private ComboBox<Integer> surroundings() {
        ComboBox<Integer> context = new ComboBox<>();
        context.getItems().addAll(List.of(3, 10, 25, WHOLE));
        context.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer count) {
                return count >= WHOLE ? ui.text("review.context.all") : ui.text("review.context", count);
            }

            @Override
            public Integer fromString(String text) {
                return 3;
            }
        });
        context.setValue(3);
        context.setMinWidth(92);
        context.setPrefWidth(92);
        context.setAccessibleText(ui.text("review.context.name"));
        context.valueProperty().subscribe(count -> draft.contextProperty().set(count));
        return context;
    }

    private static ToggleButton icon(Feather icon, String name) {
        ToggleButton button = new ToggleButton("", Parts.icon(icon));
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
        return button;
    }

    private static StringConverter<FileReview> converter() {
        return new StringConverter<>() {
            @Override
            public String toString(FileReview file) {
                return file == null ? "" : file.path();
            }

            @Override
            public FileReview fromString(String text) {
                throw new IllegalStateException("The choice is not editable.");
            }
        };
    }
}
