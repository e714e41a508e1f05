package dev.codeheals.ui.patterns;

import dev.codeheals.engine.knowledge.SuccessPattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A row of the table; its pattern comes when its page was read.
final class PatternRow {
    private final ReadOnlyObjectWrapper<@Nullable SuccessPattern> pattern = new ReadOnlyObjectWrapper<>();

    ReadOnlyObjectProperty<@Nullable SuccessPattern> patternProperty() {
        return pattern.getReadOnlyProperty();
    }

    void arrived(SuccessPattern read) {
        pattern.set(read);
    }
}
