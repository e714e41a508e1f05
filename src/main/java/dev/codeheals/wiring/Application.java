package dev.codeheals.wiring;

import dev.codeheals.engine.classify.ClusterRules;
import dev.codeheals.engine.classify.ReBanker;
import dev.codeheals.engine.context.MetricsSource;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.EnvelopeJournal;
import dev.codeheals.engine.heal.HealResult;
import dev.codeheals.engine.heal.HealingEvent;
import dev.codeheals.engine.heal.ReviewDesk;
import dev.codeheals.engine.knowledge.KnowledgeBase;
import dev.codeheals.engine.knowledge.PatternExchange;
import dev.codeheals.engine.promote.PromotionRecord;
import dev.codeheals.engine.score.Calibration;
import dev.codeheals.engine.score.FixOutcomes;
import dev.codeheals.project.ProjectRegistry;
import dev.codeheals.project.ProjectSettings;
import dev.codeheals.project.PythonFolder;
import dev.codeheals.report.Reports;
import dev.codeheals.report.status.StatusSources;
import dev.codeheals.store.LogFile;
import dev.codeheals.store.ScheduledBackups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The whole program without a face: what the desktop and the command line stand on. Thread-safe.
public final class Application implements AutoCloseable {
    private static final Duration BACKUPS = Duration.ofHours(12);
    private static final Duration UNDO_KEPT = Duration.ofDays(90);
    private static final int UNDOS_KEPT = 200;

    private final Stores stores;
    private final Engine engine;
    private final InstantSource clock;
    private final Notices notices;
    private final ScheduledBackups backups;
    private final StatusEndpoints endpoints;
    private final List<Consumer<HealingEvent>> listeners = new CopyOnWriteArrayList<>();
    private final Map<Path, ProjectSession> sessions = new ConcurrentHashMap<>();

    private Application(Stores stores, ApplicationOptions options, InstantSource clock, Notices notices) {
        this.stores = stores;
        this.clock = clock;
        this.notices = notices;
        this.engine = new Engine(stores, options, clock, notices::add);
        engine.promoter().reconcile().forEach(r -> notices.add(interrupted(r)));
        engine.promoter().prune(clock.instant().minus(UNDO_KEPT), UNDOS_KEPT).forEach(notices::add);
        this.backups = new ScheduledBackups(stores.database(), stores.journal(), clock, BACKUPS, notices::add);
        backups.start();
        this.endpoints = new StatusEndpoints(this::statusSources, System.getenv());
    }

    private static String interrupted(PromotionRecord change) {
        String where = "A change that was interrupted in " + change.intent().root();
        return change.state() == PromotionRecord.State.PENDING
                ? where + " could not be completed or taken back yet. Make the folder reachable and writable, then start again."
                : where + " was completed or taken back. " + change.note();
    }

    /// Opens the store and builds everything. What went wrong but can be lived with is in {@link #notices()}.
    public static Application open(ApplicationOptions options) {
        InstantSource clock = InstantSource.system();
        Notices notices = new Notices(new LogFile(options.dataFolder(), clock, new LogMask(options.dataFolder())));
        return new Application(Stores.open(options.dataFolder(), clock, notices::add), options, clock, notices);
    }

    /// The session of a folder, the same one for the same folder.
    ///
    /// @throws ProjectUnusable if it is no readable folder
    public ProjectSession session(Path folder) {
        Path root = usable(folder);
        return sessions.computeIfAbsent(root, this::newSession);
    }

    private ProjectSession newSession(Path root) {
        ProjectSettings settings = stores.projects().find(root).orElseGet(() -> ProjectSettings.unknown(root, clock.instant()));
        ProjectSession session = new ProjectSession(settings.withOpenedAt(clock.instant()), stores.projects(), engine);
        session.listen(event -> listeners.forEach(listener -> listener.accept(event)));
        session.listen(this::log);
        return session;
    }

    private void log(HealingEvent event) {
        if (event instanceof HealingEvent.Ended(String healId, _, HealResult result)) {
            notices.note("heal " + result.outcome(), healId + " envelopes " + result.envelopes().stream().map(Envelope::envelopeId).toList());
        }
    }

    private static Path usable(Path folder) {
        if (!Files.exists(folder)) {
            throw new ProjectUnusable("The folder " + folder + " does not exist.", false);
        }
        if (!Files.isDirectory(folder)) {
            throw new ProjectUnusable(folder + " is not a folder.", false);
        }
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isEmpty()) {
                throw new ProjectUnusable("The folder " + folder + " is empty.", false);
            }
            if (!PythonFolder.holdsPython(folder)) {
                throw new ProjectUnusable("The folder " + folder + " holds no Python file. Choose the folder of a Python project.", false);
            }
            return folder.toRealPath();
        } catch (IOException e) {
            throw new ProjectUnusable("The folder " + folder + " cannot be read.", false);
        }
    }

    public EnvelopeJournal journal() {
        return stores.journal();
    }

    public KnowledgeBase knowledge() {
        return stores.knowledge();
    }

    public PatternExchange patternExchange() {
        return stores.exchange();
    }

    /// What became of the fixes people judged.
    public FixOutcomes outcomes() {
        return stores.outcomes();
    }

    /// How well the probabilities shown agreed with what became of the fixes.
    public Calibration calibration() {
        return Calibration.ofFixes(stores.outcomes().all());
    }

    public MetricsSource metrics() {
        return stores.metrics();
    }

    public ReBanker reBanker() {
        return engine.reBanker();
    }

    /// Which clusters the user merged and split.
    public ClusterRules clusterRules() {
        return stores.clusterRules().get();
    }

    /// From now on failures of one cluster count to another.
    public void mergeClusters(String cluster, String into) {
        stores.clusterRules().change(rules -> rules.merge(cluster, into));
    }

    /// From now on failures of a cluster at one place, a file or a function as its diagnoses name it, form a cluster of their own.
    public void splitCluster(String cluster, String place) {
        stores.clusterRules().change(rules -> rules.split(cluster, place));
    }

    /// Takes back every merge and split of a cluster.
    public void resetCluster(String cluster) {
        stores.clusterRules().change(rules -> rules.reset(cluster));
    }

    public ProjectRegistry projects() {
        return stores.projects();
    }

    public ReviewDesk reviews() {
        return engine.reviews();
    }

    Tools tools() {
        return engine.tools();
    }

    Path dataFolder() {
        return stores.database().folder();
    }

    boolean keepsInMemory() {
        return stores.database().inMemory();
    }

    /// Reports over what is kept here.
    public Reports reports() {
        return ReportWiring.reports(stores, engine, clock);
    }

    /// What the status endpoints answer from.
    public StatusSources statusSources() {
        return ReportWiring.status(stores, engine);
    }

    /// Answers other programs on this machine, once it is told to.
    public StatusEndpoints endpoints() {
        return endpoints;
    }

    /// The way to the language model.
    public ModelAccess model() {
        return engine.model();
    }

    /// What the user should know, one plain sentence each, oldest first.
    public List<String> notices() {
        return notices.all();
    }

    /// Hears every notice so far, and every later one until the application is closed.
    public void tell(Consumer<String> listener) {
        notices.all().forEach(listener);
        notices.listen(listener);
    }

    /// Hears every later notice, on the thread that met it.
    public Subscription onNotice(Consumer<String> listener) {
        return notices.listen(listener);
    }

    /// Hears of every heal of every project, on the heal's own thread.
    public Subscription listen(Consumer<HealingEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        endpoints.close();
        sessions.values().forEach(ProjectSession::close);
        backups.close();
        engine.close();
        stores.close();
    }
}
