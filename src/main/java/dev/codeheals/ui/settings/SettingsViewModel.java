package dev.codeheals.ui.settings;

import dev.codeheals.ui.project.OpenProject;
import dev.codeheals.ui.task.Work;
import dev.codeheals.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What can be chosen: how the window looks, and what the open project may do.
public final class SettingsViewModel {
    public static final String LANGUAGE = "language";
    private final Preferences preferences;
    private final Work work;
    private final @Nullable OpenProject project;
    private final ObjectProperty<Locale> language;
    private final StringProperty editor = new SimpleStringProperty("");
    private final BooleanProperty auto = new SimpleBooleanProperty();
    private final BooleanProperty allowTests = new SimpleBooleanProperty();
    private final BooleanProperty notify = new SimpleBooleanProperty();

    public SettingsViewModel(Preferences preferences, Texts texts, Work work, @Nullable OpenProject project) {
        this.preferences = preferences;
        this.work = work;
        this.project = project;
        this.language = new SimpleObjectProperty<>(texts.locale());
        editor.set(preferences.get(EditorCommand.PREFERENCE, ""));
        editor.subscribe(typed -> keep(EditorCommand.PREFERENCE, typed.strip()));
        notify.set(Boolean.parseBoolean(preferences.get("notify", "true")));
        notify.subscribe(on -> keep("notify", String.valueOf(on)));
        if (project != null) {
            project.settingsProperty().subscribe(settings -> {
                auto.set(settings.auto());
                allowTests.set(settings.allowTests());
            });
            auto.subscribe(on -> {
                if (on != project.settingsProperty().get().auto()) {
                    project.change(old -> old.withAuto(on));
                }
            });
            allowTests.subscribe(on -> {
                if (on != project.settingsProperty().get().allowTests()) {
                    project.change(old -> old.withAllowTests(on));
                }
            });
        }
    }

    public List<Locale> languages() {
        return Texts.LANGUAGES;
    }

    /// The window is built again when it changes.
    public ObjectProperty<Locale> languageProperty() {
        return language;
    }

    public @Nullable OpenProject project() {
        return project;
    }

    /// Whether sure fixes are applied without asking.
    public BooleanProperty autoProperty() {
        return auto;
    }

    /// Whether fixes may change tests.
    public BooleanProperty allowTestsProperty() {
        return allowTests;
    }

    /// The command that opens a file at a line; empty for the system's choice.
    public StringProperty editorProperty() {
        return editor;
    }

    /// Whether a waiting proposal is told while the window is hidden.
    public BooleanProperty notifyProperty() {
        return notify;
    }

    /// Chooses the interpreter; blank text goes back to the one found.
    public void interpreter(String typed) {
        if (project != null) {
            project.change(old -> old.withInterpreter(typed.isBlank() ? null : typed.strip()));
        }
    }

    /// Takes the permission to execute the project's code back.
    public void distrust() {
        if (project != null) {
            project.change(old -> old.withTrusted(false));
        }
    }

    private void keep(String name, String value) {
        work.run(() -> {
            preferences.put(name, value);
            return value;
        }, _ -> {});
    }
}
