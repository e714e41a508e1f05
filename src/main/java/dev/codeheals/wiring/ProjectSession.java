package dev.codeheals.wiring;

import dev.codeheals.engine.breaker.CircuitBreaker;
import dev.codeheals.engine.heal.HealOrder;
import dev.codeheals.engine.heal.HealResult;
import dev.codeheals.engine.heal.Healer;
import dev.codeheals.engine.heal.HealingEvent;
import dev.codeheals.engine.heal.VerificationUnavailable;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.run.Interpreter;
import dev.codeheals.engine.run.Interpreters;
import dev.codeheals.engine.run.Isolation;
import dev.codeheals.engine.run.Limits;
import dev.codeheals.engine.run.RunOutcome;
import dev.codeheals.project.CommandDetector;
import dev.codeheals.project.ProjectRegistry;
import dev.codeheals.project.ProjectSettings;
import dev.codeheals.project.ProjectWatcher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One opened project: its settings, its watcher and its heals, of which one runs at a time.
public final class ProjectSession implements AutoCloseable {
    private static final Duration LONGEST_RUN = Duration.ofMinutes(5);

    private final Path root;
    private final ProjectRegistry registry;
    private final Tools tools;
    private final Healer healer;
    private final ModelAccess model;
    private final CircuitBreaker breaker;
    private final ProjectOwnership ownership;
    private final List<Consumer<HealingEvent>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService queue = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("heal-", 0).factory());
    private @Nullable ProjectWatcher watcher;
    private @Nullable RunningHeal running;
    private boolean changedMeanwhile;
    private @Nullable String replaced;
    private ProjectSettings settings;

    ProjectSession(ProjectSettings settings, ProjectRegistry registry, Engine engine) {
        this.root = settings.root();
        this.settings = settings;
        this.registry = registry;
        this.tools = engine.tools();
        this.healer = engine.healer();
        this.model = engine.model();
        this.breaker = engine.breaker(root);
        this.ownership = engine.ownership();
    }

    public synchronized ProjectSettings settings() {
        return settings;
    }

    /// Remembers new settings. Withdrawing trust also ends watching.
    public void update(ProjectSettings next) {
        synchronized (this) {
            settings = next;
        }
        registry.save(next);
        if (!next.trusted()) {
            stopWatching();
        }
    }

    /// Commands that fit the folder, best first; nothing is executed but the interpreter itself, and that only in a trusted folder.
    ///
    /// @throws ProjectUnusable if the folder cannot be read or holds no Python
    public List<Command> suggestedCommands() {
        try {
            List<Command> found = new CommandDetector(interpreter().map(Interpreter::hasPytest).orElse(false)).suggest(root);
            if (found.isEmpty()) {
                throw new ProjectUnusable("No Python program or test was found in " + root + ".", false);
            }
            return found;
        } catch (IOException e) {
            throw new ProjectUnusable("The folder " + root + " cannot be read: " + e.getMessage() + ".", false);
        }
    }

    /// The Python that runs this project.
    public Optional<Interpreter> interpreter() {
        ProjectSettings now = settings();
        return tools.interpreters().find(root, Optional.ofNullable(now.interpreter()).map(Path::of), now.trusted());
    }

    /// The isolation heals have here.
    public Isolation isolation() {
        return tools.sandbox().isolation();
    }

    public CircuitBreaker breaker() {
        return breaker;
    }

    /// Hears of every heal of this project, on the heal's own thread.
    public Subscription listen(Consumer<HealingEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Heals in the background; waits for a heal that is under way.
    ///
    /// @throws ProjectUnusable if the folder is not trusted
    public RunningHeal heal(Command command) {
        return heal(command, usual());
    }

    private HealSettings usual() {
        return HealSettings.REVIEW.withPromotion(settings().auto() && isolation().allowsAuto() ? HealOrder.Promotion.AUTO : HealOrder.Promotion.REVIEW);
    }

    /// Like {@link #heal(Command)} with settings of one's own.
    public RunningHeal heal(Command command, HealSettings how) {
        return start(command, how, _ -> { });
    }

    private synchronized RunningHeal start(Command command, HealSettings how, Consumer<ProjectUnusable> onUnusable) {
        if (!settings.trusted()) {
            throw new ProjectUnusable("This folder is not trusted yet, so nothing in it is executed.", false);
        }
        Cancellation cancellation = new Cancellation();
        CompletableFuture<HealResult> result = CompletableFuture.supplyAsync(() -> {
            try {
                return healNow(command, how, cancellation, _ -> {});
            } catch (ProjectUnusable unusable) {
                onUnusable.accept(unusable);
                throw unusable;
            } finally {
                followUp();
            }
        }, queue);
        RunningHeal started = new RunningHeal(result, cancellation);
        running = started;
        return started;
    }

    /// Heals on the calling thread. The typed command is the consent to execute it this once, trusted or not.
    ///
    /// @throws ProjectUnusable if there is no fit Python, or another process works on this project
    public HealResult healNow(Command command, HealSettings how, Cancellation cancellation, Consumer<HealingEvent> listener) {
        // A command that takes more than half of the time cannot be healed within it: the fix has to be seen to run, too.
        HealOrder order = order(command, how, cancellation, how.budget().wallTime().dividedBy(2));
        try (Subscription _ = ownership.take(root)) {
            return healer.attemptWithBackoff(order, event -> {
                listener.accept(event);
                listeners.forEach(each -> each.accept(event));
            });
        }
    }

    /// Runs a command once on a copy, as isolated as a heal's runs. The typed command is the consent to execute it.
    ///
    /// @throws ProjectUnusable if there is no fit Python or no copy can be made
    public RunOutcome runNow(Command command, Cancellation cancellation) {
        try {
            return healer.runOnly(order(command, HealSettings.REVIEW, cancellation, LONGEST_RUN));
        } catch (VerificationUnavailable e) {
            throw new ProjectUnusable(String.valueOf(e.getMessage()), true);
        }
    }

    private HealOrder order(Command command, HealSettings how, Cancellation cancellation, Duration most) {
        Optional<Interpreter> python = tools.interpreters().find(root, Optional.ofNullable(settings().interpreter()).map(Path::of), true);
        tools.complaint(python).ifPresent(complaint -> {
            throw new ProjectUnusable(complaint, true);
        });
        tellOfReplaced(python.orElseThrow());
        Duration longest = most.compareTo(LONGEST_RUN) < 0 ? most : LONGEST_RUN;
        return new HealOrder(root, command, python.orElseThrow(), Limits.STANDARD.withWallTime(longest), how.budget(), how.minConfidence(),
                how.promotion(), cancellation);
    }

    /// Tells once of a chosen Python that cannot be used.
    private synchronized void tellOfReplaced(Interpreter used) {
        String chosen = settings.interpreter();
        if (chosen != null && !chosen.equals(replaced) && tools.interpreters().ask(Path.of(chosen)).filter(Interpreters::canHeal).isEmpty()) {
            replaced = chosen;
            tools.notice("The Python chosen for this project, " + chosen + ", cannot be used; " + used.executable()
                    + " runs it instead. Choose another in the project's settings.");
        }
    }

    /// The exact text a model would be sent for the failure the command has now, secrets replaced; empty if it has no failure. Runs the
    /// command on a copy; sends nothing.
    ///
    /// @throws ProjectUnusable if the folder is not trusted or there is no fit Python
    public Optional<String> modelPreview(Command command, Cancellation cancellation) {
        if (!settings().trusted()) {
            throw new ProjectUnusable("This folder is not trusted yet, so nothing in it is executed.", false);
        }
        try {
            return healer.firstRequest(order(command, HealSettings.REVIEW, cancellation, LONGEST_RUN)).map(model::preview);
        } catch (VerificationUnavailable e) {
            throw new ProjectUnusable(e.getMessage(), true);
        }
    }

    /// The heal started last; empty if there was none.
    public synchronized Optional<RunningHeal> running() {
        return Optional.ofNullable(running);
    }

    public synchronized boolean watching() {
        return watcher != null;
    }

    /// Starts or ends watching: after each change the command runs, and what fails is healed.
    ///
    /// @throws ProjectUnusable if the folder is not trusted or cannot be watched
    public void watch(boolean on) {
        if (!on) {
            stopWatching();
            update(settings().withWatching(false));
            return;
        }
        synchronized (this) {
            if (watcher != null) {
                return;
            }
            if (!settings.trusted()) {
                throw new ProjectUnusable("This folder is not trusted yet, so nothing in it is executed.", false);
            }
            try {
                watcher = new ProjectWatcher(root, _ -> changed(), tools::notice);
            } catch (IOException e) {
                throw new ProjectUnusable("The folder " + root + " cannot be watched: " + e.getMessage() + ".", true);
            }
        }
        update(settings().withWatching(true));
    }

    private synchronized void changed() {
        if (running != null && !running.result().isDone()) {
            changedMeanwhile = true;
            return;
        }
        healChange();
    }

    // What was changed while a heal ran may be what it did not see.
    private synchronized void followUp() {
        if (changedMeanwhile && watcher != null) {
            healChange();
        }
        changedMeanwhile = false;
    }

    // Nobody waits for these heals, so what keeps them from beginning is told.
    private void healChange() {
        try {
            Command command = settings.command() == null ? suggestedCommands().getFirst() : Command.parse(settings.command());
            var _ = start(command, usual(), unusable -> tools.notice(unusable.getMessage())).result().whenComplete((_, broken) -> brokenOff(broken));
        } catch (ProjectUnusable unusable) {
            tools.notice(unusable.getMessage());
        }
    }

    private void brokenOff(@Nullable Throwable broken) {
        Throwable cause = broken instanceof CompletionException wrapped ? wrapped.getCause() : broken;
        if (cause != null && !(cause instanceof ProjectUnusable || cause instanceof CancellationException)) {
            tools.notice("A heal of " + root + " broke off: " + cause.getMessage() + ". Run it by hand to see whether that happens"
                    + " again.");
        }
    }

    private void stopWatching() {
        ProjectWatcher ended;
        synchronized (this) {
            ended = watcher;
            watcher = null;
        }
        if (ended != null) {
            ended.close();
        }
    }

    @Override
    public void close() {
        stopWatching();
        running().ifPresent(RunningHeal::cancel);
        queue.shutdown();
    }
}
