package dev.codeheals.engine.envelope;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The ring of the last 20 envelopes. Safe for any number of threads.
public final class RecentEnvelopes {
    public static final int CAPACITY = 20;

    private final Deque<Envelope> newestFirst = new ArrayDeque<>(CAPACITY);

    /// The ring as it was when the journal was last written to.
    public static RecentEnvelopes from(EnvelopeJournal journal) {
        RecentEnvelopes ring = new RecentEnvelopes();
        journal.latest(CAPACITY).reversed().forEach(ring::add);
        return ring;
    }

    public synchronized void add(Envelope envelope) {
        if (newestFirst.size() == CAPACITY) {
            newestFirst.removeLast();
        }
        newestFirst.addFirst(envelope);
    }

    /// Replaces the outcome of an envelope that is still in the ring.
    public synchronized void decide(String envelopeId, Outcome outcome) {
        List<Envelope> updated = newestFirst.stream().map(e -> e.envelopeId().equals(envelopeId) ? e.withOutcome(outcome) : e).toList();
        newestFirst.clear();
        newestFirst.addAll(updated);
    }

    /// Newest first.
    public synchronized List<Envelope> latest(int limit) {
        return newestFirst.stream().limit(limit).toList();
    }

    /// Newest first, of one project.
    public synchronized List<Envelope> latest(String project, int limit) {
        return newestFirst.stream().filter(e -> e.project().equals(project)).limit(limit).toList();
    }

    public Optional<Envelope> newest() {
        return latest(1).stream().findFirst();
    }
}
