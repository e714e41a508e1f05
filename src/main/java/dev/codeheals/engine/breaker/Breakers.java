package dev.codeheals.engine.breaker;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/// One breaker for each project, restored on first use and saved after every update.
public final class Breakers {
    private final BreakerSettings settings;
    private final InstantSource wall;
    private final LongSupplier nanos;
    private final BreakerStore store;
    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private final List<BiConsumer<String, BreakerChange>> listeners = new CopyOnWriteArrayList<>();

    public Breakers(BreakerSettings settings, InstantSource wall, LongSupplier nanos, BreakerStore store) {
        this.settings = settings;
        this.wall = wall;
        this.nanos = nanos;
        this.store = store;
    }

    public CircuitBreaker of(String project) {
        return breakers.computeIfAbsent(project, this::restored);
    }

    /// Goes on from what another process made of a project's breaker meanwhile.
    public void refresh(String project) {
        CircuitBreaker breaker = of(project);
        store.load(project).filter(kept -> !kept.tellsTheSameAs(breaker.snapshot())).ifPresent(breaker::restore);
    }

    /// Calls back with the project after each change of any breaker. The listener must be quick.
    public void onChange(BiConsumer<String, BreakerChange> listener) {
        listeners.add(listener);
    }

    private CircuitBreaker restored(String project) {
        CircuitBreaker breaker = new CircuitBreaker(settings, wall, nanos);
        store.load(project).ifPresent(breaker::restore);
        breaker.onUpdate(snapshot -> store.save(project, snapshot));
        breaker.onChange(change -> listeners.forEach(listener -> listener.accept(project, change)));
        return breaker;
    }
}
