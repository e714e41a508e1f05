package dev.codeheals.report.status;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.EnvelopeJson;
import dev.codeheals.engine.envelope.OutcomeChange;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Tells listeners what is new in the store, whichever process wrote it. While nobody listens it does nothing.
final class EventStream implements AutoCloseable {
    private static final long LOOK_EVERY_MS = 500;
    private static final int MOST_WAITING = 500;
    private static final int MOST_LISTENERS = 32;

    private final StatusSources sources;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("status-events").factory());
    private @Nullable ScheduledFuture<?> looking;
    private long lastEnvelope;
    private long lastDecision;

    EventStream(StatusSources sources) {
        this.sources = sources;
    }

    /// @param data one line of JSON
    record Event(String name, String data) {}

    /// One who listens until he is closed. A listener that does not keep up loses the oldest events.
    final class Listener implements AutoCloseable {
        private final BlockingQueue<Event> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

        /// The next event; null if none came in that time.
        @Nullable Event next(long millis) throws InterruptedException {
            return waiting.poll(millis, TimeUnit.MILLISECONDS);
        }

        private void tell(Event event) {
            while (!waiting.offer(event)) {
                waiting.poll();
            }
        }

        @Override
        public void close() {
            listeners.remove(this);
            restIfAlone();
        }
    }

    /// @return null if too many listen already
    synchronized @Nullable Listener listen() {
        if (listeners.size() >= MOST_LISTENERS) {
            return null;
        }
        if (looking == null) {
            lastEnvelope = newestEnvelope();
            lastDecision = sources.decisions().last();
            looking = timer.scheduleWithFixedDelay(this::look, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        }
        Listener listener = new Listener();
        listeners.add(listener);
        return listener;
    }

    private synchronized void restIfAlone() {
        if (listeners.isEmpty() && looking != null) {
            looking.cancel(false);
            looking = null;
        }
    }

    private synchronized void look() {
        try {
            long newest = newestEnvelope();
            if (newest > lastEnvelope) {
                List<Envelope> fresh = sources.journal().latest((int) Math.min(MOST_WAITING, newest - lastEnvelope));
                fresh.reversed().stream().filter(e -> e.sequence() > lastEnvelope).forEach(e -> tell(new Event("envelope", EnvelopeJson.write(e).toString())));
                lastEnvelope = newest;
            }
            for (OutcomeChange change : sources.decisions().after(lastDecision, MOST_WAITING)) {
                tell(new Event("outcome", StatusJson.outcome(change).toString()));
                lastDecision = change.sequence();
            }
        } catch (RuntimeException unreadable) {
            tell(new Event("problem", StatusJson.object().put("message", String.valueOf(unreadable.getMessage())).toString()));
        }
    }

    private void tell(Event event) {
        listeners.forEach(listener -> listener.tell(event));
    }

    private long newestEnvelope() {
        return sources.journal().latest(1).stream().mapToLong(Envelope::sequence).findFirst().orElse(0);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
