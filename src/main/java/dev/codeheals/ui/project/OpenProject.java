package dev.codeheals.ui.project;

import dev.codeheals.engine.heal.HealResult;
import dev.codeheals.engine.heal.HealingEvent;
import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.run.Interpreter;
import dev.codeheals.engine.run.Isolation;
import dev.codeheals.project.ProjectSettings;
import dev.codeheals.ui.task.Batches;
import dev.codeheals.ui.task.Work;
import dev.codeheals.wiring.ProjectSession;
import dev.codeheals.wiring.RunningHeal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A project the user has open: its settings, its runs and what happens in it. Used on the interface thread only.
public final class OpenProject implements AutoCloseable {
    private static final int KEPT_RUNS = 50;

    private final ProjectSession session;
    private final Work work;
    private final AutoCloseable subscription;
    private final Batches<HealingEvent> batches = new Batches<>(this::deliver);
    private final List<Consumer<List<HealingEvent>>> listeners = new ArrayList<>();
    private final ReadOnlyObjectWrapper<ProjectSettings> settings;
    private final StringProperty command = new SimpleStringProperty("");
    private final ObservableList<String> suggested = FXCollections.observableArrayList();
    private final ObservableList<RunRecord> runs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable RunningHeal> heal = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper watching = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Interpreter>> interpreter = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<@Nullable Isolation> isolation = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable HealResult> lastResult = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<String> trouble = new SimpleObjectProperty<>("");
    private String startedCommand = "";
    private int count;
    private int changes;
    private int kept;

    public OpenProject(ProjectSession session, Work work) {
        this.session = session;
        this.work = work;
        this.settings = new ReadOnlyObjectWrapper<>(session.settings());
        this.watching.set(session.watching());
        this.subscription = session.listen(this::hear);
        String remembered = session.settings().command();
        command.set(remembered == null ? "" : remembered);
        discover();
        if (trusted() && session.settings().watching()) {
            watch(true);
        }
    }

    private record Found(List<Command> commands, Optional<Interpreter> interpreter, Isolation isolation) {}

    private void discover() {
        work.run(() -> new Found(session.suggestedCommands(), session.interpreter(), session.isolation()), found -> {
            suggested.setAll(found.commands().stream().map(Command::display).toList());
            interpreter.set(found.interpreter());
            isolation.set(found.isolation());
            if (command.get().isBlank() && !suggested.isEmpty()) {
                command.set(suggested.getFirst());
            }
        }, this::tell);
    }

    public ProjectSession session() {
        return session;
    }

    public Path root() {
        return settings.get().root();
    }

    /// The folder's own name.
    public String name() {
        Path name = root().getFileName();
        return name == null ? root().toString() : name.toString();
    }

    public ReadOnlyObjectProperty<ProjectSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    public boolean trusted() {
        return settings.get().trusted();
    }

    /// As typed; may not be a command yet.
    public StringProperty commandProperty() {
        return command;
    }

    public ObservableList<String> suggestedCommands() {
        return suggested;
    }

    /// Newest first.
    public ObservableList<RunRecord> runs() {
        return runs;
    }

    /// Whether a heal started here or by the watcher is under way.
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty watchingProperty() {
        return watching.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Interpreter>> interpreterProperty() {
        return interpreter.getReadOnlyProperty();
    }

    /// How runs are kept apart here; null until it is known.
    public ReadOnlyObjectProperty<@Nullable Isolation> isolationProperty() {
        return isolation.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable HealResult> lastResultProperty() {
        return lastResult.getReadOnlyProperty();
    }

    /// What last went wrong, in a sentence; empty for nothing.
    public ObjectProperty<String> troubleProperty() {
        return trouble;
    }

    /// Takes what happened; callable from any thread.
    public void hear(HealingEvent event) {
        batches.add(event);
    }

    /// Hears of everything that happens in the project, gathered frame by frame.
    public void onEvents(Consumer<List<HealingEvent>> listener) {
        listeners.add(listener);
    }

    /// Allows to execute what lies in the folder.
    public void trust() {
        change(old -> old.withTrusted(true), this::discover);
    }

    /// Changes what is remembered of the project.
    public void change(UnaryOperator<ProjectSettings> change) {
        change(change, () -> {});
    }

    private void change(UnaryOperator<ProjectSettings> change, Runnable then) {
        ProjectSettings next = change.apply(settings.get());
        settings.set(next);
        int mine = ++changes;
        work.run(() -> {
            keep(mine, next);
            return next;
        }, _ -> then.run(), this::tell);
    }

    /// Jobs may overtake one another; an older state never replaces a newer one.
    private void keep(int change, ProjectSettings next) {
        synchronized (session) {
            if (change > kept) {
                session.update(next);
                kept = change;
            }
        }
    }

    /// Runs the command and heals what fails. Does nothing while that is under way or the folder is not trusted.
    public void run() {
        if (running.get() || !trusted()) {
            return;
        }
        Command parsed;
        try {
            parsed = Command.parse(command.get());
        } catch (IllegalArgumentException e) {
            tell(e);
            return;
        }
        trouble.set("");
        running.set(true);
        if (!command.get().equals(settings.get().command())) {
            change(old -> old.withCommand(command.get().strip()));
        }
        int mine = changes;
        ProjectSettings now = settings.get();
        work.run(() -> {
            keep(mine, now);
            return session.heal(parsed);
        }, this::started, broken -> {
            running.set(false);
            tell(broken);
        });
    }

    private void started(RunningHeal begun) {
        heal.set(begun);
        var _ = begun.result().whenComplete((_, broken) -> work.later(() -> {
            heal.set(null);
            running.set(false);
            if (broken != null) {
                tell(broken);
            }
        }));
    }

    /// Stops the heal that was started here.
    public void cancel() {
        RunningHeal current = heal.get();
        if (current != null) {
            current.cancel();
        }
    }

    public void watch(boolean on) {
        work.run(() -> {
            session.watch(on);
            return session.watching();
        }, watching::set, this::tell);
    }

    private void deliver(List<HealingEvent> events) {
        for (HealingEvent event : events) {
            switch (event) {
                case HealingEvent.Started started -> {
                    startedCommand = started.command();
                    running.set(true);
                }
                case HealingEvent.Ran ran -> remember(ran);
                case HealingEvent.Ended ended -> {
                    lastResult.set(ended.result());
                    running.set(heal.get() != null);
                }
                case HealingEvent.StageEntered _, HealingEvent.Diagnosed _, HealingEvent.CandidateTried _, HealingEvent.ModelText _,
                     HealingEvent.AttemptEnded _, HealingEvent.BreakerChanged _, HealingEvent.Waiting _ -> {}
            }
        }
        List.copyOf(listeners).forEach(listener -> listener.accept(events));
    }

    private void remember(HealingEvent.Ran ran) {
        runs.addFirst(new RunRecord(++count, ran.healId(), ran.at(), startedCommand, ran.outcome()));
        if (runs.size() > KEPT_RUNS) {
            runs.removeLast();
        }
    }

    private void tell(Throwable broken) {
        Throwable cause = broken instanceof CompletionException && broken.getCause() != null ? broken.getCause() : broken;
        if (!(cause instanceof CancellationException)) {
            String message = cause.getMessage();
            trouble.set(message == null ? cause.getClass().getSimpleName() : message);
        }
    }

    @Override
    public void close() {
        cancel();
        work.run(() -> {
            subscription.close();
            return true;
        }, _ -> {});
    }
}
