package dev.codeheals.ui.classify;

import dev.codeheals.engine.classify.ProjectPaths;
import dev.codeheals.ui.task.Work;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A pasted text and the failures in it. Nothing is executed.
public final class ClassifyViewModel {
    private final Classification classification;
    private final ProjectPaths paths;
    private final Work work;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObservableList<Classified> found = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Classified> selected = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper nothing = new ReadOnlyBooleanWrapper();
    private int generation;

    public ClassifyViewModel(Classification classification, ProjectPaths paths, Work work) {
        this.classification = classification;
        this.paths = paths;
        this.work = work;
    }

    public StringProperty textProperty() {
        return text;
    }

    public ObservableList<Classified> found() {
        return found;
    }

    public ObjectProperty<@Nullable Classified> selectedProperty() {
        return selected;
    }

    /// Whether there is text but no failure in it.
    public ReadOnlyBooleanProperty nothingProperty() {
        return nothing.getReadOnlyProperty();
    }

    /// Looks at the text as it is now.
    public void classify() {
        int mine = ++generation;
        String pasted = text.get();
        work.run(() -> classification.of(pasted, paths), results -> {
            if (mine == generation) {
                found.setAll(results);
                selected.set(results.isEmpty() ? null : results.getFirst());
                nothing.set(results.isEmpty() && !pasted.isBlank());
            }
        });
    }
}
