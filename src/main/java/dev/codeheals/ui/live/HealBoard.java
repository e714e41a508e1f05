package dev.codeheals.ui.live;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.heal.HealResult;
import dev.codeheals.engine.heal.HealingEvent;
import dev.codeheals.engine.heal.Stage;
import dev.codeheals.engine.run.RunOutcome;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The heal in progress, or the last one, stage by stage.
public final class HealBoard {
    /// The stages on the strip, in order.
    public static final List<Stage> STRIP = List.of(Stage.RUN, Stage.DETECT, Stage.CLASSIFY, Stage.LOCALIZE, Stage.PATTERN, Stage.RULES,
            Stage.SEARCH, Stage.MODEL, Stage.VERIFY, Stage.SCORE, Stage.REVIEW);

    private final Map<Stage, ObjectProperty<StageState>> stages = new EnumMap<>(Stage.class);
    private final ObjectProperty<@Nullable Instant> startedAt = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Instant> endedAt = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable RunOutcome> run = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Diagnosis> diagnosis = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable HealResult> result = new SimpleObjectProperty<>();
    private final ObjectProperty<String> waiting = new SimpleObjectProperty<>("");
    private final ObjectProperty<String> modelText = new SimpleObjectProperty<>("");
    private final ReadOnlyIntegerWrapper failures = new ReadOnlyIntegerWrapper();
    private @Nullable Stage active;

    public HealBoard() {
        STRIP.forEach(stage -> stages.put(stage, new SimpleObjectProperty<>(StageState.AHEAD)));
    }

    public ObjectProperty<StageState> stage(Stage stage) {
        return stages.computeIfAbsent(stage, _ -> new SimpleObjectProperty<>(StageState.AHEAD));
    }

    public ObjectProperty<@Nullable Instant> startedAtProperty() {
        return startedAt;
    }

    public ObjectProperty<@Nullable Instant> endedAtProperty() {
        return endedAt;
    }

    /// The run of the user's command.
    public ObjectProperty<@Nullable RunOutcome> runProperty() {
        return run;
    }

    public ObjectProperty<@Nullable Diagnosis> diagnosisProperty() {
        return diagnosis;
    }

    public ObjectProperty<@Nullable HealResult> resultProperty() {
        return result;
    }

    /// Why the heal pauses; empty while it does not.
    public ObjectProperty<String> waitingProperty() {
        return waiting;
    }

    /// What a model said so far.
    public ObjectProperty<String> modelTextProperty() {
        return modelText;
    }

    public ReadOnlyIntegerProperty failuresProperty() {
        return failures.getReadOnlyProperty();
    }

    void accept(HealingEvent event) {
        switch (event) {
            case HealingEvent.Started started -> begin(started);
            case HealingEvent.StageEntered entered -> enter(entered.stage(), entered.detail());
            case HealingEvent.Ran ran -> run.set(ran.outcome());
            case HealingEvent.Diagnosed diagnosed -> {
                diagnosis.set(diagnosed.diagnosis().diagnosis());
                failures.set(diagnosed.failures());
            }
            case HealingEvent.CandidateTried tried -> update(tried.stage(), String.valueOf(tried.tried()));
            case HealingEvent.ModelText text -> modelText.set(modelText.get() + text.piece());
            case HealingEvent.Waiting pause -> waiting.set(pause.reason());
            case HealingEvent.Ended ended -> end(ended);
            case HealingEvent.AttemptEnded _, HealingEvent.BreakerChanged _ -> {}
        }
    }

    private void begin(HealingEvent.Started started) {
        stages.values().forEach(state -> state.set(StageState.AHEAD));
        active = null;
        startedAt.set(started.at());
        endedAt.set(null);
        run.set(null);
        diagnosis.set(null);
        result.set(null);
        waiting.set("");
        modelText.set("");
        failures.set(0);
    }

    private void enter(Stage stage, String detail) {
        waiting.set("");
        finishActive();
        if (STRIP.contains(stage)) {
            active = stage;
            stage(stage).set(new StageState(StageState.Progress.ACTIVE, detail));
        }
    }

    private void update(Stage stage, String detail) {
        if (stage(stage).get().progress() == StageState.Progress.ACTIVE || stage(stage).get().progress() == StageState.Progress.DONE) {
            stage(stage).set(new StageState(stage(stage).get().progress(), detail));
        }
    }

    private void finishActive() {
        Stage before = active;
        if (before != null) {
            stage(before).set(new StageState(StageState.Progress.DONE, stage(before).get().detail()));
            active = null;
        }
    }

    private void end(HealingEvent.Ended ended) {
        boolean broken = ended.result().outcome() == HealResult.HealOutcome.ERROR;
        finishActive();
        if (broken) {
            STRIP.reversed().stream().filter(stage -> stage(stage).get().progress() == StageState.Progress.DONE).findFirst()
                    .ifPresent(stage -> stage(stage).set(new StageState(StageState.Progress.FAILED, stage(stage).get().detail())));
        } else {
            STRIP.stream().filter(stage -> stage(stage).get().progress() == StageState.Progress.AHEAD)
                    .forEach(stage -> stage(stage).set(new StageState(StageState.Progress.SKIPPED, "")));
        }
        endedAt.set(ended.at());
        waiting.set("");
        result.set(ended.result());
    }
}
