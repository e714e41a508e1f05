package dev.codeheals.engine.envelope;

import dev.codeheals.engine.repair.FileEdit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where envelopes are kept for good. Every read re-checks the packet's hash and the chain; what fails is quarantined, never returned.
public interface EnvelopeJournal {

    /// Appends durably and returns the envelope with its sequence and hashes.
    ///
    /// @param edits the fix, for applying it later; empty if none
    Envelope append(Envelope envelope, List<FileEdit> edits);

    /// Records what became of an envelope's fix.
    void decide(String envelopeId, Outcome outcome, String reason);

    Optional<Envelope> find(String envelopeId);

    /// Why an envelope was put in quarantine; empty if it was not.
    Optional<String> damage(String envelopeId);

    /// The fix of an envelope; empty if it had none. A fix that is not the one that was written puts its envelope in quarantine.
    List<FileEdit> edits(String envelopeId);

    /// Newest first.
    List<Envelope> latest(int limit);

    /// Newest first, of one project; null for all.
    List<Envelope> since(Instant from, @Nullable String project, int limit);

    /// All attempts of one heal, first attempt first.
    List<Envelope> ofHeal(String healId);

    /// Fixes that wait for a person, newest first.
    List<Envelope> waiting();

    /// The light rows of envelopes made from then on, newest first; null for all projects.
    List<EnvelopeRow> rows(Instant from, @Nullable String project, int limit);

    long count();
}
