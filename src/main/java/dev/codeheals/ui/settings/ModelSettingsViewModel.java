package dev.codeheals.ui.settings;

import dev.codeheals.engine.repair.model.ModelClient;
import dev.codeheals.ui.task.Work;
import dev.codeheals.wiring.ModelAccess;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Which language model may be asked, with which key and for how much money.
public final class ModelSettingsViewModel {
    /// What can be chosen, in order.
    static final List<String> PROVIDERS = List.of(ModelPreferences.OFFLINE, "anthropic", "openai", "compatible");

    private final ModelAccess access;
    private final Preferences preferences;
    private final Work work;
    private final StringProperty provider = new SimpleStringProperty(ModelPreferences.OFFLINE);
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty name = new SimpleStringProperty("");
    private final DoubleProperty perHeal = new SimpleDoubleProperty();
    private final DoubleProperty perDay = new SimpleDoubleProperty();
    private final IntegerProperty requests = new SimpleIntegerProperty();
    private final BooleanProperty complete = new SimpleBooleanProperty(true);
    private final ReadOnlyBooleanWrapper testing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<String>> keyOrigin = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<ModelClient.@Nullable ConnectionReport> report = new ReadOnlyObjectWrapper<>();

    public ModelSettingsViewModel(ModelAccess access, Preferences preferences, Work work) {
        this.access = access;
        this.preferences = preferences;
        this.work = work;
        ModelPreferences kept = ModelPreferences.read(preferences);
        provider.set(kept.provider());
        address.set(kept.address());
        name.set(kept.name());
        perHeal.set(kept.perHeal());
        perDay.set(kept.perDay());
        requests.set(kept.requests());
        provider.subscribe((_, _) -> {
            address.set("");
            name.set("");
            apply();
            lookForKey();
        });
        perHeal.subscribe((_, _) -> apply());
        perDay.subscribe((_, _) -> apply());
        requests.subscribe((_, _) -> apply());
        lookForKey();
    }

    public StringProperty providerProperty() {
        return provider;
    }

    /// Of the server; empty for the provider's own.
    public StringProperty addressProperty() {
        return address;
    }

    /// Of the model; empty for the provider's usual one.
    public StringProperty nameProperty() {
        return name;
    }

    /// Dollars one heal may cost.
    public DoubleProperty perHealProperty() {
        return perHeal;
    }

    /// Dollars a day may cost.
    public DoubleProperty perDayProperty() {
        return perDay;
    }

    /// Requests one heal may send.
    public IntegerProperty requestsProperty() {
        return requests;
    }

    /// Whether the choice says enough to ask a model; if not, none is asked.
    public BooleanProperty completeProperty() {
        return complete;
    }

    public ReadOnlyBooleanProperty testingProperty() {
        return testing.getReadOnlyProperty();
    }

    /// Where the key comes from, in words; empty if there is none.
    public ReadOnlyObjectProperty<Optional<String>> keyOriginProperty() {
        return keyOrigin.getReadOnlyProperty();
    }

    /// What the last test of the connection found.
    public ReadOnlyObjectProperty<ModelClient.@Nullable ConnectionReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /// Keeps what is typed and puts it in force for the heals that begin from now on.
    public void apply() {
        ModelPreferences chosen = chosen();
        complete.set(chosen.choice().isPresent());
        report.set(null);
        work.run(() -> {
            chosen.keep(preferences);
            chosen.apply(access);
            return chosen;
        }, _ -> {});
    }

    private ModelPreferences chosen() {
        return new ModelPreferences(provider.get(), address.get().strip(), name.get().strip(), perHeal.get(), perDay.get(), requests.get());
    }

    /// Asks the model for a few tokens and tells how it went.
    public void test() {
        ModelPreferences chosen = chosen();
        complete.set(chosen.choice().isPresent());
        testing.set(true);
        report.set(null);
        work.run(() -> {
            chosen.keep(preferences);
            chosen.apply(access);
            return access.test();
        }, this::tested, broken -> tested(new ModelClient.ConnectionReport(false, String.valueOf(broken.getMessage()))));
    }

    private void tested(ModelClient.ConnectionReport found) {
        testing.set(false);
        report.set(found);
    }

    /// Keeps a key in the safest place there is; a blank one forgets the key.
    public void keepKey(String key) {
        String of = provider.get();
        work.run(() -> {
            if (key.isBlank()) {
                access.forgetKey(of);
            } else {
                access.keepKey(of, key.strip());
            }
            return access.keyOrigin(of);
        }, keyOrigin::set);
    }

    private void lookForKey() {
        String of = provider.get();
        work.run(() -> access.keyOrigin(of), found -> {
            if (of.equals(provider.get())) {
                keyOrigin.set(found);
            }
        });
    }
}
