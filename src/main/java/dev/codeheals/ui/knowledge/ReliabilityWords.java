package dev.codeheals.ui.knowledge;

import dev.codeheals.engine.score.Certainty;
import dev.codeheals.ui.control.Ui;
import java.util.Locale;

/// The reliability diagram in a sentence.
final class ReliabilityWords {
    private ReliabilityWords() {}

    static String sentence(Ui ui, Reliability reliability) {
        if (reliability.count() == 0) {
            return ui.text("knowledge.reliability.none");
        }
        Reliability.Bin top = reliability.bins().getLast();
        String best = top.count() == 0 ? "" : ui.text("knowledge.reliability.top", Certainty.percent(top.kept()), top.count()) + " ";
        return best + ui.text("knowledge.reliability.figures", reliability.count(), String.format(Locale.ROOT, "%.2f", reliability.ece()),
                String.format(Locale.ROOT, "%.2f", reliability.brier()));
    }
}
