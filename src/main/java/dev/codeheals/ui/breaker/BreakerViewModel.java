package dev.codeheals.ui.breaker;

import dev.codeheals.engine.breaker.BreakerChange;
import dev.codeheals.engine.breaker.BreakerSnapshot;
import dev.codeheals.engine.breaker.BreakerState;
import dev.codeheals.engine.breaker.CircuitBreaker;
import dev.codeheals.ui.task.Ticking;
import java.time.Duration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The breaker of one project. Counts down by itself while the breaker is open.
public final class BreakerViewModel {
    private final CircuitBreaker breaker;
    private final ReadOnlyObjectWrapper<BreakerSnapshot> snapshot;
    private final ObservableList<BreakerChange> history = FXCollections.observableArrayList();
    private final Ticking countdown = new Ticking(Duration.ofSeconds(1), this::refresh);

    public BreakerViewModel(CircuitBreaker breaker) {
        this.breaker = breaker;
        this.snapshot = new ReadOnlyObjectWrapper<>(breaker.snapshot());
        refresh();
    }

    public ReadOnlyObjectProperty<BreakerSnapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /// Newest first.
    public ObservableList<BreakerChange> history() {
        return history;
    }

    /// Looks at the breaker again.
    public void refresh() {
        BreakerSnapshot now = breaker.snapshot();
        snapshot.set(now);
        if (!history.equals(now.history().reversed())) {
            history.setAll(now.history().reversed());
        }
        if (now.state() == BreakerState.OPEN) {
            countdown.start();
        } else {
            countdown.stop();
        }
    }

    public void forceOpen(String reason) {
        breaker.forceOpen(reason);
        refresh();
    }

    public void reset(String reason) {
        breaker.reset(reason);
        refresh();
    }
}
