package dev.codeheals.ui.shell;

import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import dev.codeheals.ui.project.OpenProject;
import dev.codeheals.ui.settings.EndpointsSection;
import dev.codeheals.ui.settings.EndpointsViewModel;
import dev.codeheals.ui.settings.ModelSection;
import dev.codeheals.ui.settings.ModelSettingsViewModel;
import dev.codeheals.ui.settings.Preferences;
import dev.codeheals.ui.settings.SettingsViewModel;
import dev.codeheals.wiring.ModelAccess;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// What the settings screen is made of, the same for every project.
///
/// @param onLanguage builds the window again in another language
record SettingsParts(Ui ui, Preferences preferences, ModelAccess access, EndpointsViewModel endpoints, Consumer<Locale> onLanguage) {

    SettingsViewModel model(@Nullable OpenProject project) {
        SettingsViewModel model = new SettingsViewModel(preferences, ui.texts(), ui.work(), project);
        model.languageProperty().subscribe(locale -> {
            if (!locale.getLanguage().equals(ui.texts().locale().getLanguage())) {
                onLanguage.accept(locale);
            }
        });
        return model;
    }

    /// The sections that are about the whole program.
    Node sections() {
        return Parts.column(24, new ModelSection(ui, new ModelSettingsViewModel(access, preferences, ui.work())), new EndpointsSection(ui, endpoints));
    }
}
