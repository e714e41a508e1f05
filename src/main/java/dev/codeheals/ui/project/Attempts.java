package dev.codeheals.ui.project;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.EnvelopeJournal;
import dev.codeheals.ui.task.Pause;
import dev.codeheals.ui.task.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The project's newest attempts, read again whenever something may have changed them.
public final class Attempts {
    private static final int KEPT = 500;
    /// Between two readings while attempts keep coming: each makes every screen anew.
    private static final Duration CALM = Duration.ofMillis(250);
    private final EnvelopeJournal journal;
    private final Work work;
    private final String project;
    private final ReadOnlyObjectWrapper<List<Envelope>> newest = new ReadOnlyObjectWrapper<>(List.of());
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean reading;
    private boolean again;
    private final Pause calm = new Pause(CALM, this::read);

    public Attempts(EnvelopeJournal journal, Work work, String project) {
        this.journal = journal;
        this.work = work;
        this.project = project;
    }

    /// Newest first.
    public ReadOnlyObjectProperty<List<Envelope>> newestProperty() {
        return newest.getReadOnlyProperty();
    }

    /// Runs the action after each reading.
    public void onChange(Runnable action) {
        listeners.add(action);
    }

    /// The last attempt of each heal, newest first.
    public List<Envelope> lastOfEachHeal() {
        Map<String, Envelope> last = new LinkedHashMap<>();
        newest.get().forEach(envelope -> last.merge(envelope.healId(), envelope, (a, b) -> b.attempt() > a.attempt() ? b : a));
        return List.copyOf(last.values());
    }

    /// Reads the journal; requests that come while it is being read are answered by one more reading soon after.
    public void reload() {
        if (reading || again) {
            again = true;
            return;
        }
        read();
    }

    private void read() {
        reading = true;
        again = false;
        work.run(() -> journal.since(Instant.EPOCH, project, KEPT), this::arrived, broken -> {
            reading = false;
            again = false;
            work.failed().accept(broken);
        });
    }

    private void arrived(List<Envelope> envelopes) {
        reading = false;
        newest.set(envelopes);
        listeners.forEach(Runnable::run);
        if (again) {
            calm.request();
        }
    }
}
