package dev.codeheals.ui.shell;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.heal.HealResult;
import dev.codeheals.engine.heal.HealingEvent;
import dev.codeheals.ui.control.Navigator;
import dev.codeheals.ui.control.Toasts;
import dev.codeheals.ui.control.Ui;
import dev.codeheals.ui.project.OpenProject;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Tells quietly when a proposal waits: in the window, and on the desktop while the window is hidden.
record Announcements(Ui ui, Toasts toasts, Navigator navigator, Consumer<String> desktopNotice, BooleanSupplier watched) {

    void follow(OpenProject project) {
        project.onEvents(this::happened);
    }

    private void happened(List<HealingEvent> events) {
        for (HealingEvent event : events) {
            if (event instanceof HealingEvent.Ended ended && ended.result().outcome() == HealResult.HealOutcome.PROPOSED) {
                Envelope best = ended.result().best();
                if (best != null) {
                    String words = ui.text("announce.proposal", best.fixDescription());
                    if (!watched.getAsBoolean()) {
                        toasts.say(words, ui.text("live.review"), () -> navigator.review(best.envelopeId()));
                    }
                    desktopNotice.accept(words);
                }
            }
        }
    }
}
