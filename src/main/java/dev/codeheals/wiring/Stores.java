package dev.codeheals.wiring;

import dev.codeheals.engine.envelope.RecentEnvelopes;
import dev.codeheals.store.DamagedRows;
import dev.codeheals.store.Database;
import dev.codeheals.store.ProjectLock;
import dev.codeheals.store.SqliteBreakers;
import dev.codeheals.store.SqliteClusterRules;
import dev.codeheals.store.SqliteDecisions;
import dev.codeheals.store.SqliteJournal;
import dev.codeheals.store.SqliteKnowledge;
import dev.codeheals.store.SqliteMetrics;
import dev.codeheals.store.SqliteOutcomes;
import dev.codeheals.store.SqlitePatternExchange;
import dev.codeheals.store.SqliteProjects;
import dev.codeheals.store.SqlitePromotions;
import dev.codeheals.store.SqliteSpend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;

/// Everything that is kept in the data folder.
record Stores(Database database, SqliteJournal journal, RecentEnvelopes recent, SqliteKnowledge knowledge, SqlitePatternExchange exchange,
              SqliteOutcomes outcomes, SqliteBreakers breakers, SqlitePromotions promotions, SqliteProjects projects, SqliteMetrics metrics,
              SqliteClusterRules clusterRules, SqliteDecisions decisions, SqliteSpend spend)
        implements AutoCloseable {

    /// @param told hears, in a sentence, of everything that was found damaged, from the first read on
    static Stores open(Path folder, InstantSource clock, Consumer<String> told) {
        Database database = Database.open(folder, clock);
        database.notices().forEach(told);
        database.onNotice(told);
        SqliteJournal journal = new SqliteJournal(database, clock);
        journal.onQuarantine(q -> told.accept("A record of the history was damaged and put aside: " + q.problem()));
        SqliteKnowledge knowledge = new SqliteKnowledge(database, clock);
        knowledge.onDamage(id -> told.accept("Pattern " + id + " was damaged in the store and put aside; it will not be replayed."));
        DamagedRows.putAside(database, clock.millis(), told);
        return new Stores(database, journal, RecentEnvelopes.from(journal), knowledge,
                new SqlitePatternExchange(database), new SqliteOutcomes(database), new SqliteBreakers(database, clock, told),
                new SqlitePromotions(database, clock), new SqliteProjects(database), new SqliteMetrics(database, journal), new SqliteClusterRules(database),
                new SqliteDecisions(database, journal), new SqliteSpend(database));
    }

    /// Takes a project for this process. A data folder that cannot be written cannot be shared either, so there is nothing to guard.
    ///
    /// @throws ProjectUnusable if another process has it
    Subscription lock(Path root) {
        return switch (ProjectLock.acquire(database.folder(), root, "window or command", InstantSource.system())) {
            case ProjectLock.Attempt.Owned(ProjectLock lock) -> () -> release(lock);
            case ProjectLock.Attempt.HeldBy(ProjectLock.Owner owner) -> throw new ProjectUnusable(owner.message()
                    + " Wait until it is done, or close it.", true);
            case ProjectLock.Attempt.Unguarded _ -> () -> { };
        };
    }

    private static void release(ProjectLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The project could not be given back.", e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
