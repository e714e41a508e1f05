package dev.codeheals.engine.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.breaker.BreakerChange;
import dev.codeheals.engine.breaker.BreakerState;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.EnvelopeRow;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.engine.score.Decision;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContextLayersTest {
    @Test
    void memoryTellsTheRateTheTrendTheBreakerAndTheAttempts() {
        List<Envelope> newestFirst = List.of(Past.healed("RES.NAME_ERROR:json", "pattern:7", "Import json", 0.96),
                Past.healed("RES.NAME_ERROR:csv", "rule:missing-import", "Import csv", 0.9),
                Past.failed("TYPE.NONE", "search", "None of 40 candidates healed it.", BreakerState.OPEN),
                Past.envelope("KEY.MISSING:id", "rule:key-default", "Use None where id is missing", 0.55, Decision.RETRY, Outcome.NOT_HEALED,
                        "Not sure enough.", BreakerState.CLOSED));
        assertThat(MemoryContext.of(newestFirst, Past.breaker(BreakerState.CLOSED))).isEqualTo("""
                The last 4 attempts in this project: 2 healed (50 %).
                Confidence is rising: 0.55 before, 0.96 lately.
                The breaker is closed; opened once and closed once in this time.
                Newest first:
                - healed RES.NAME_ERROR:json by pattern:7 with "Import json" (0.96)
                - healed RES.NAME_ERROR:csv by rule:missing-import with "Import csv" (0.90)
                - not healed TYPE.NONE by search: None of 40 candidates healed it.
                - not healed KEY.MISSING:id by rule:key-default with "Use None where id is missing" (0.55): Not sure enough.
                """);
    }

    @Test
    void aFixThatWasUndoneDidNotHeal() {
        Envelope undone = Past.healed("RES.NAME_ERROR:json", "pattern:7", "Import json", 0.96).withOutcome(Outcome.UNDONE);
        assertThat(MemoryContext.of(List.of(undone), Past.breaker(BreakerState.FORCED_OPEN))).isEqualTo("""
                The last attempt in this project: 0 healed (0 %).
                The breaker is held open by hand; no change in this time.
                Newest first:
                - not healed RES.NAME_ERROR:json by pattern:7 with "Import json" (0.96): It runs again.
                """);
    }

    @Test
    void withoutAPastThereIsNothingToTell() {
        assertThat(MemoryContext.of(List.of(), Past.breaker(BreakerState.CLOSED))).isEmpty();
        assertThat(PatternInsights.of(List.of(), Past.breaker(BreakerState.CLOSED), Past.NOW)).isEmpty();
    }

    @Test
    void memoryHasALargestSizeAndCutsWholeLines() {
        List<Envelope> many = Collections.nCopies(30, Past.failed("A.B:" + "x".repeat(500), "model:a/b", "y".repeat(900) + "\nnext", BreakerState.CLOSED));
        String text = MemoryContext.of(many, Past.breaker(BreakerState.CLOSED));
        assertThat(text.length()).isLessThanOrEqualTo(2_000);
        assertThat(text.lines()).hasSizeBetween(10, 14).allMatch(line -> line.length() <= 160);
    }

    @Test
    void insightsNameWhatIsStuckWhatComesBackAndWhatTakesTurns() {
        List<EnvelopeRow> newestFirst = List.of(Past.row("A.B", "rule:x", true), Past.row("C.D", "rule:y", true), Past.row("A.B", "rule:x", true),
                Past.row("C.D", "rule:y", true), Past.row("E.F:z", "model:openai/gpt", false), Past.row("E.F:z", "search", false),
                Past.row("E.F:z", "rule:q", false));
        BreakerChange opened = new BreakerChange(Past.NOW.minus(Duration.ofDays(2)), BreakerState.CLOSED, BreakerState.OPEN, "5 of the last 8 attempts failed.");
        BreakerChange closed = new BreakerChange(Past.NOW.minus(Duration.ofDays(1)), BreakerState.HALF_OPEN, BreakerState.CLOSED, "2 of 2 probes healed.");
        BreakerChange old = new BreakerChange(Past.NOW.minus(Duration.ofDays(9)), BreakerState.CLOSED, BreakerState.OPEN, "Long ago.");
        assertThat(PatternInsights.of(newestFirst, Past.breaker(BreakerState.CLOSED, old, opened, closed), Past.NOW)).isEqualTo("""
                This week in this project:
                - Stuck: E.F:z was tried 3 times and never healed; what was tried last: model:openai/gpt.
                - Returning: C.D was healed twice and came back each time.
                - Returning: A.B was healed twice and came back each time.
                - Oscillation: C.D and A.B take turns; a fix of one brings the other back.
                - The breaker opened once, the last time because: 5 of the last 8 attempts failed.
                - The breaker closed once, the last time because: 2 of 2 probes healed.
                """);
    }
}
