package dev.codeheals.wiring;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.OutcomeChange;
import dev.codeheals.engine.repair.model.Redactor;
import dev.codeheals.report.Report;
import dev.codeheals.report.ReportSources;
import dev.codeheals.report.Reports;
import dev.codeheals.report.status.StatusSources;
import dev.codeheals.store.ChainReport;
import java.time.InstantSource;
import java.util.List;

/// Gives reports their sources.
final class ReportWiring {
    private ReportWiring() {}

    static Reports reports(Stores stores, Engine engine, InstantSource clock) {
        Redactor redactor = engine.model().redactor();
        String version = ReportWiring.class.getPackage().getImplementationVersion();
        return new Reports(new ReportSources(stores.journal(), stores.decisions()::about, stores.metrics(), stores.knowledge(), stores.outcomes(),
                stores.breakers()::load, () -> integrity(stores), redactor::redaction), clock, version == null ? "dev" : version);
    }

    static StatusSources status(Stores stores, Engine engine) {
        StatusSources.Decisions decisions = new StatusSources.Decisions() {
            @Override
            public long last() {
                return stores.decisions().last();
            }

            @Override
            public List<OutcomeChange> after(long sequence, int limit) {
                return stores.decisions().after(sequence, limit);
            }
        };
        return new StatusSources(stores.journal(), decisions, stores.metrics(), stores.knowledge(), stores.breakers()::load, engine.reviews());
    }

    private static Report.Integrity integrity(Stores stores) {
        ChainReport checked = stores.journal().verifyChain();
        String last = stores.journal().latest(1).stream().findFirst().map(Envelope::envelopeHash).orElse("");
        return new Report.Integrity(checked.envelopes(), checked.decisions(), last,
                checked.breaks().stream().map(b -> "Record " + b.sequence() + ": " + b.problem()).toList());
    }
}
