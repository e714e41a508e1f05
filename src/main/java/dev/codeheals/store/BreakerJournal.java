package dev.codeheals.store;

import dev.codeheals.engine.breaker.BreakerSnapshot;
import dev.codeheals.engine.breaker.BreakerStore;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.EnvelopeJournal;
import dev.codeheals.engine.envelope.EnvelopeRow;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.engine.repair.FileEdit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The journal, with the breaker's state saved in the same transaction as each envelope: after a crash neither knows of an attempt the
/// other does not.
public final class BreakerJournal implements EnvelopeJournal {
    private final Database database;
    private final EnvelopeJournal journal;
    private final BreakerStore breakers;
    private final Function<String, BreakerSnapshot> now;

    /// @param now the present state of a project's breaker; called outside any transaction
    public BreakerJournal(Database database, EnvelopeJournal journal, BreakerStore breakers, Function<String, BreakerSnapshot> now) {
        this.database = database;
        this.journal = journal;
        this.breakers = breakers;
        this.now = now;
    }

    @Override
    public Envelope append(Envelope envelope, List<FileEdit> edits) {
        BreakerSnapshot snapshot = now.apply(envelope.project());
        return database.inTransaction(_ -> {
            Envelope kept = journal.append(envelope, edits);
            breakers.save(envelope.project(), snapshot);
            return kept;
        });
    }

    @Override
    public void decide(String envelopeId, Outcome outcome, String reason) {
        journal.decide(envelopeId, outcome, reason);
    }

    @Override
    public Optional<Envelope> find(String envelopeId) {
        return journal.find(envelopeId);
    }

    @Override
    public Optional<String> damage(String envelopeId) {
        return journal.damage(envelopeId);
    }

    @Override
    public List<FileEdit> edits(String envelopeId) {
        return journal.edits(envelopeId);
    }

    @Override
    public List<Envelope> latest(int limit) {
        return journal.latest(limit);
    }

    @Override
    public List<Envelope> since(Instant from, @Nullable String project, int limit) {
        return journal.since(from, project, limit);
    }

    @Override
    public List<Envelope> ofHeal(String healId) {
        return journal.ofHeal(healId);
    }

    @Override
    public List<Envelope> waiting() {
        return journal.waiting();
    }

    @Override
    public List<EnvelopeRow> rows(Instant from, @Nullable String project, int limit) {
        return journal.rows(from, project, limit);
    }

    @Override
    public long count() {
        return journal.count();
    }
}
