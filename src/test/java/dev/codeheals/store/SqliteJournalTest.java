package dev.codeheals.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.EnvelopeJson;
import dev.codeheals.engine.envelope.EnvelopeRow;
import dev.codeheals.engine.envelope.Ids;
import dev.codeheals.engine.envelope.Outcome;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest {
    @TempDir
    Path folder;

    private Database database;
    private SqliteJournal journal;

    @BeforeEach
    void open() {
        database = Database.open(folder, Envelopes.CLOCK);
        journal = new SqliteJournal(database, Envelopes.CLOCK);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void givesBackWhatWasAppended() {
        Envelope kept = journal.append(Envelopes.proposal(), Envelopes.EDITS);

        assertThat(kept.sequence()).isEqualTo(1);
        assertThat(kept.envelopeHash()).isEqualTo(EnvelopeJson.hash(kept));
        assertThat(journal.find(kept.envelopeId())).contains(kept);
        assertThat(journal.edits(kept.envelopeId())).isEqualTo(Envelopes.EDITS);
    }

    @Test
    void chainsEachEnvelopeToTheOneBefore() {
        Envelope first = journal.append(Envelopes.proposal(), List.of());
        Envelope second = journal.append(Envelopes.proposal(), List.of());

        assertThat(second.previousHash()).isEqualTo(first.envelopeHash());
        assertThat(journal.verifyChain().breaks()).isEmpty();
    }

    @Test
    void survivesBeingClosed() {
        Envelope kept = journal.append(Envelopes.proposal(), Envelopes.EDITS);
        database.close();
        open();

        assertThat(journal.latest(20)).containsExactly(kept);
    }

    @Test
    void anOutcomeIsAChainedDecisionAndLeavesTheEnvelopesHash() {
        Envelope kept = journal.append(Envelopes.proposal(), Envelopes.EDITS);

        journal.decide(kept.envelopeId(), Outcome.PROMOTED, "approved by a person");

        assertThat(journal.find(kept.envelopeId())).contains(kept.withOutcome(Outcome.PROMOTED));
        assertThat(journal.waiting()).isEmpty();
        assertThat(journal.verifyChain().decisions()).isEqualTo(2);
        assertThat(journal.verifyChain().intact()).isTrue();
    }

    @Test
    void findsByHealProjectAndTime() {
        String heal = new Ids(InstantSource.system()).next();
        Envelope second = journal.append(Envelopes.proposal("/a", heal, 2), List.of());
        Envelope first = journal.append(Envelopes.proposal("/a", heal, 1), List.of());
        Envelope other = journal.append(Envelopes.proposal(), List.of());

        assertThat(journal.ofHeal(heal)).containsExactly(first, second);
        assertThat(journal.since(Envelopes.NOON, "/a", 10)).containsExactly(first, second);
        assertThat(journal.since(Envelopes.NOON.plusSeconds(1), null, 10)).isEmpty();
        assertThat(journal.waiting()).containsExactly(other, first, second);
        assertThat(journal.rows(Instant.MIN, null, 10)).extracting(EnvelopeRow::envelopeId)
                .containsExactly(other.envelopeId(), first.envelopeId(), second.envelopeId());
        assertThat(journal.count()).isEqualTo(3);
    }

    @Test
    void refusesAnAttemptWhoseDiagnosisWasChanged() {
        Envelope good = Envelopes.proposal();
        Envelope forged = new Envelope(good.envelopeId(), good.healId(), good.project(), 0, good.createdAt(), 1, good.command(),
                new SealedDiagnosis(good.sealed().diagnosis(), "00"), good.source(), 1, "", "", "", good.baseHashes(), good.verdict(), null,
                good.decision(), "", good.breakerState(), null, good.contexts(), 1, good.outcome(), "", "");

        assertThatThrownBy(() -> journal.append(forged, List.of())).isInstanceOf(StoreException.class).hasMessageContaining("sealed");
        assertThat(journal.count()).isZero();
    }

    @Test
    void quarantinesARecordWhoseBodyWasChanged() {
        Envelope kept = journal.append(Envelopes.proposal(), List.of());
        List<SqliteJournal.Quarantined> heard = new ArrayList<>();
        journal.onQuarantine(heard::add);
        change("UPDATE envelopes SET body = ? WHERE sequence = 1", Packed.pack("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        assertThat(journal.find(kept.envelopeId())).isEmpty();
        assertThat(journal.count()).isZero();
        assertThat(heard).extracting(SqliteJournal.Quarantined::envelopeId).containsExactly(kept.envelopeId());
    }

    @Test
    void quarantinesARecordRewrittenWithItsOwnHash() {
        Envelope first = journal.append(Envelopes.proposal(), List.of());
        Envelope second = journal.append(Envelopes.proposal(), List.of());
        Envelope forged = Envelopes.proposal().chained(1, "", "");
        byte[] body = EnvelopeJson.sealedPart(forged).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        change("DELETE FROM envelopes WHERE sequence = ?", 1);
        Database other = database;
        other.inTransaction(c -> {
            Connections.execute(c, "UPDATE envelopes SET sequence = 5 WHERE sequence = 2");
            return 0;
        });
        journal.append(forged, List.of());
        change("UPDATE envelopes SET sequence = ? WHERE sequence = 6", 1);

        assertThat(body).isNotEmpty();
        assertThat(journal.latest(5)).doesNotContain(first, second);
        assertThat(journal.verifyChain().intact()).isFalse();
    }

    @Test
    void aForgedLightRowIsNotListed() {
        journal.append(Envelopes.proposal(), List.of());
        change("UPDATE envelopes SET confidence = ?", 0.99);

        assertThat(journal.rows(Instant.MIN, null, 10)).isEmpty();
        assertThat(journal.latest(1)).isEmpty();
    }

    @Test
    void forgedEditsAreNotReturned() {
        Envelope kept = journal.append(Envelopes.proposal(), Envelopes.EDITS);
        change("UPDATE envelopes SET edits = ?", Packed.pack("[]".getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        assertThat(journal.edits(kept.envelopeId())).isEmpty();
        assertThat(journal.damage(kept.envelopeId())).contains("The fix kept with it was changed.");
        assertThat(journal.find(kept.envelopeId())).isEmpty();
    }

    @Test
    void aCutOffEndIsNoticed() {
        journal.append(Envelopes.proposal(), List.of());
        Envelope last = journal.append(Envelopes.proposal(), List.of());
        change("DELETE FROM envelopes WHERE sequence = ?", 2);

        assertThat(journal.verifyChain().breaks()).extracting(ChainReport.Break::envelopeId).containsExactly(last.envelopeId());
    }

    private void change(String sql, Object value) {
        database.inTransaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setObject(1, value);
                return update.executeUpdate();
            }
        });
    }
}
