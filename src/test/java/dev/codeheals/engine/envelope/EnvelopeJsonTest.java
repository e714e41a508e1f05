package dev.codeheals.engine.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeheals.store.Envelopes;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvelopeJsonTest {
    @Test
    void readsBackWhatItWrote() {
        Envelope envelope = Envelopes.proposal();

        assertThat(EnvelopeJson.read(EnvelopeJson.write(envelope))).isEqualTo(envelope);
    }

    @Test
    void hasEveryFieldOfTheContract() {
        ObjectNode json = EnvelopeJson.write(Envelopes.proposal());

        assertThat(json.properties()).extracting(java.util.Map.Entry::getKey).containsExactly("envelope_id", "heal_id", "project", "sequence",
                "created_at", "attempt", "command", "rebanker_raw", "rebanker_hash", "source", "candidates_tried", "fix_description", "fix_diff",
                "patch_hash", "base_hashes", "verdict", "confidence", "decision", "reason", "breaker_state", "model", "contexts", "duration_ms",
                "outcome", "previous_hash", "envelope_hash");
        assertThat(json.get("created_at").asText()).isEqualTo("2026-03-29T12:00:00.123Z");
        assertThat(json.get("outcome").asText()).isEqualTo("proposed");
        assertThat(json.get("model").isNull()).isTrue();
    }

    @Test
    void theHashLeavesOutTheOutcomeAndItself() {
        Envelope envelope = Envelopes.proposal();

        assertThat(EnvelopeJson.hash(envelope.withOutcome(Outcome.UNDONE))).isEqualTo(EnvelopeJson.hash(envelope));
        assertThat(EnvelopeJson.hash(envelope.chained(7, "", ""))).isNotEqualTo(EnvelopeJson.hash(envelope));
    }

    @Test
    void refusesWhatLacksAField() {
        ObjectNode json = EnvelopeJson.write(Envelopes.proposal());
        json.remove(List.of("decision"));

        assertThatThrownBy(() -> EnvelopeJson.read(json)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("decision");
    }
}
