package dev.codeheals.ui.settings;

import dev.codeheals.ui.task.Work;
import dev.codeheals.wiring.StatusEndpoints;
import dev.codeheals.wiring.StatusEndpoints.Serving;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// Whether other programs on this machine are answered, and where. Off unless the user chose it; what was chosen outlives a restart.
public final class EndpointsViewModel {
    private static final String ON = "serve";
    private static final String PORT = "serve.port";
    private static final String USUAL_PORT = "5000";
    private static final int ANY_PORT = 0;

    private final StatusEndpoints endpoints;
    private final Preferences preferences;
    private final Work work;
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State(Optional.empty(), false));
    private int port;

    /// @param refused whether the port could not be had
    public record State(Optional<Serving> serving, boolean refused) {}

    public EndpointsViewModel(StatusEndpoints endpoints, Preferences preferences, Work work) {
        this.endpoints = endpoints;
        this.preferences = preferences;
        this.work = work;
        port = Integer.parseInt(preferences.get(PORT, USUAL_PORT));
        on.set(Boolean.parseBoolean(preferences.get(ON, "false")));
        on.subscribe((_, chosen) -> keep(ON, String.valueOf(chosen)));
        if (on.get()) {
            follow();
        }
    }

    public BooleanProperty onProperty() {
        return on;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public int port() {
        return port;
    }

    /// Answers on this port from now on, if anything is answered.
    public void port(int chosen) {
        if (chosen != port) {
            port = chosen;
            keep(PORT, String.valueOf(chosen));
        }
    }

    private void keep(String name, String value) {
        work.run(() -> {
            preferences.put(name, value);
            return value;
        }, _ -> follow());
    }

    private void follow() {
        boolean wanted = on.get();
        int chosen = port;
        work.run(() -> {
            if (wanted) {
                Optional<Serving> now = endpoints.serving().filter(serving -> chosen == ANY_PORT || serving.port() == chosen);
                return now.isPresent() ? now : Optional.of(endpoints.start(chosen));
            }
            endpoints.close();
            return Optional.<Serving>empty();
        }, serving -> arrived(wanted, chosen, new State(serving, false)), _ -> arrived(wanted, chosen, new State(Optional.empty(), true)));
    }

    /// What was chosen meanwhile counts.
    private void arrived(boolean wanted, int chosen, State now) {
        if (wanted == on.get() && chosen == port) {
            state.set(now);
        } else {
            follow();
        }
    }
}
