package dev.codeheals.engine.heal;

import dev.codeheals.engine.repair.model.ReplyListener;
import java.time.Duration;

/// Turns what comes from a model into events of its heal.
final class ModelEar implements ReplyListener {
    private final HealRun run;

    ModelEar(HealRun run) {
        this.run = run;
    }

    @Override
    public void text(String piece) {
        run.tell(new HealingEvent.ModelText(run.id(), run.now(), piece));
    }

    @Override
    public void restarted(String reason, Duration wait) {
        run.waiting(wait, reason);
    }
}
