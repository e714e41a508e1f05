package dev.codeheals.ui.shell;

import dev.codeheals.ui.control.Action;
import dev.codeheals.ui.control.Screen;
import dev.codeheals.ui.control.Ui;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;

/// What can be done on single screens, so that the palette finds it from everywhere. Their keys belong to the screens.
record ScreenActions(Ui ui, Consumer<Screen> open, Consumer<Consumer<ProjectScreens>> withScreens) {

    void addTo(ShellViewModel model) {
        review(model, "action.review.approve", s -> s.reviewView().approve());
        review(model, "action.review.reject", s -> s.reviewView().reject());
        review(model, "action.review.edit", s -> s.reviewView().edit());
        review(model, "action.review.undo", s -> s.review().undo());
        review(model, "action.review.redo", s -> s.review().redo());
        review(model, "action.review.unified", s -> s.review().draft().flipLayout());
        review(model, "action.review.lines", s -> flip(s.review().draft().lineModeProperty()));
        review(model, "action.review.copy", s -> s.reviewView().copyPatch());
        review(model, "action.review.next", s -> s.review().stepProposal(1));
        review(model, "action.review.previous", s -> s.review().stepProposal(-1));
        on(model, Screen.TIMELINE, "action.timeline.all", s -> s.timeline().showAll());
        on(model, Screen.TIMELINE, "action.timeline.follow", s -> s.timeline().followNow());
        on(model, Screen.TIMELINE, "action.timeline.clear", s -> s.timeline().filters().undo());
        on(model, Screen.BREAKER, "action.breaker.stop", s -> s.breaker().forceOpen(ui.text("breaker.stop.reason")));
        on(model, Screen.BREAKER, "action.breaker.reset", s -> s.breaker().reset(ui.text("breaker.reset.reason")));
        on(model, Screen.PATTERNS, "action.patterns.import", s -> s.patternsView().askImport());
        on(model, Screen.PATTERNS, "action.patterns.export", s -> s.patternsView().askExport());
        model.add(new Action("action.report.save", "", () -> open.accept(Screen.REPORTS)));
        model.add(new Action("action.model", "", () -> open.accept(Screen.SETTINGS)));
    }

    private void review(ShellViewModel model, String key, Consumer<ProjectScreens> action) {
        on(model, Screen.REVIEW, key, action);
    }

    private void on(ShellViewModel model, Screen screen, String key, Consumer<ProjectScreens> action) {
        model.add(new Action(key, "", () -> {
            open.accept(screen);
            withScreens.accept(action);
        }));
    }

    private static void flip(BooleanProperty property) {
        property.set(!property.get());
    }
}
