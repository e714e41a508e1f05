package dev.codeheals.wiring;

import dev.codeheals.engine.breaker.BreakerSettings;
import dev.codeheals.engine.breaker.Breakers;
import dev.codeheals.engine.breaker.CircuitBreaker;
import dev.codeheals.engine.classify.ProjectTaxonomies;
import dev.codeheals.engine.classify.ReBanker;
import dev.codeheals.engine.context.HealContextBuilder;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.EnvelopeJournal;
import dev.codeheals.engine.envelope.Ids;
import dev.codeheals.engine.guard.DefaultPatchPolicy;
import dev.codeheals.engine.guard.GuardSettings;
import dev.codeheals.engine.guard.PatchPolicy;
import dev.codeheals.engine.heal.Backoff;
import dev.codeheals.engine.heal.FixPromotion;
import dev.codeheals.engine.heal.HealBudget;
import dev.codeheals.engine.heal.HealOrder;
import dev.codeheals.engine.heal.HealParts;
import dev.codeheals.engine.heal.Healer;
import dev.codeheals.engine.heal.Judgements;
import dev.codeheals.engine.heal.Pacing;
import dev.codeheals.engine.heal.Recorder;
import dev.codeheals.engine.heal.ReviewDesk;
import dev.codeheals.engine.heal.SteadyClock;
import dev.codeheals.engine.heal.VerificationUnavailable;
import dev.codeheals.engine.promote.FileOperations;
import dev.codeheals.engine.promote.Grace;
import dev.codeheals.engine.promote.PatchPromoter;
import dev.codeheals.engine.promote.Undo;
import dev.codeheals.engine.repair.pattern.TemplateLearner;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.run.Interpreter;
import dev.codeheals.engine.run.Interpreters;
import dev.codeheals.engine.run.Limits;
import dev.codeheals.engine.run.Pause;
import dev.codeheals.engine.run.ProcessRunner;
import dev.codeheals.engine.run.PythonFiles;
import dev.codeheals.engine.run.SandboxProbe;
import dev.codeheals.engine.score.ConfidenceScorer;
import dev.codeheals.engine.score.Priors;
import dev.codeheals.engine.verify.PatchVerifier;
import dev.codeheals.project.ProjectSettings;
import dev.codeheals.store.BreakerJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Builds the healing engine from the stores and this machine's tools.
final class Engine implements AutoCloseable {
    private static final int MOST_WORKERS = 4;

    private final Stores stores;
    private final Tools tools;
    private final ReBanker reBanker;
    private final PatchPromoter promoter;
    private final Healer healer;
    private final ReviewDesk reviews;
    private final ModelAccess model;
    private final Breakers breakers;

    Engine(Stores stores, ApplicationOptions options, InstantSource clock, Consumer<String> notices) {
        this.stores = stores;
        this.breakers = new Breakers(BreakerSettings.DEFAULT, clock, ElapsedTime.here(), stores.breakers());
        Path cache = options.dataFolder().resolve("cache");
        Map<String, String> host = System.getenv();
        PythonFiles files = pythonFiles(cache);
        this.tools = new Tools(new Interpreters(host, files), new SandboxProbe(host, files), notices);
        this.reBanker = new ReBanker(new ProjectTaxonomies(options.dataFolder().resolve("taxonomy"), System::nanoTime,
                problem -> notices.accept("A part of your taxonomy is not in use: " + problem)), stores.clusterRules());
        Ids ids = new Ids(clock);
        int workers = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_WORKERS);
        MachineVerification verification = new MachineVerification(
                new PatchVerifier(reBanker, new ProcessRunner(host), cache.resolve("copies"), workers), tools);
        this.promoter = new PatchPromoter(FileOperations.best(), stores.promotions(), options.dataFolder().resolve("undo"),
                Grace.of(PatchPromoter.GRACE), ids::next, clock);
        FixPromotion promotion = new FixPromotion(promoter, new Undo(promoter, stores.promotions()), stores.knowledge(), new TemplateLearner(), clock);
        EnvelopeJournal journal = new BreakerJournal(stores.database(), stores.journal(), stores.breakers(),
                project -> breaker(Path.of(project)).snapshot());
        Judgements judgements = new Judgements(stores.knowledge(), stores.journal(), stores.outcomes(), clock);
        Recorder recorder = new Recorder(journal, stores.recent(), judgements,
                new HealContextBuilder(stores.recent(), stores.journal(), stores.knowledge(), clock), ids);
        this.model = new ModelAccess(options.model(), options.dataFolder(), stores.spend(), clock);
        HealSources sources = new HealSources(stores.knowledge(), model, notices);
        this.healer = new Healer(new HealParts(verification, reBanker, sources, this::policy,
                new ConfidenceScorer(Priors.bundled(), stores.outcomes()), this::breaker, recorder, promotion, ids,
                new Pacing(Backoff.STANDARD, RandomGenerator.getDefault(), Pause.REAL),
                () -> new SteadyClock(clock, System::nanoTime)));
        this.reviews = new ReviewDesk(stores.journal(), stores.recent(), judgements, promotion, this::orderFor, verification);
    }

    private static PythonFiles pythonFiles(Path cache) {
        try {
            return PythonFiles.below(cache);
        } catch (IOException unwritable) {
            return temporaryPythonFiles(unwritable);
        }
    }

    /// A read-only data folder must not keep the program from working.
    private static PythonFiles temporaryPythonFiles(IOException because) {
        try {
            return PythonFiles.below(Path.of(System.getProperty("java.io.tmpdir"), "codeheals-" + ProcessHandle.current().pid()));
        } catch (IOException e) {
            e.addSuppressed(because);
            throw new ProjectUnusable("Neither the data folder nor the temporary folder can be written: " + e.getMessage() + ".", true);
        }
    }

    private PatchPolicy policy(Path root) {
        boolean tests = stores.projects().find(root).map(ProjectSettings::allowTests).orElse(false);
        GuardSettings standard = GuardSettings.STANDARD;
        return new DefaultPatchPolicy(new GuardSettings(tests, standard.allowConfig(), standard.allowDependencies(), standard.maxBytes(),
                standard.maxFiles()));
    }

    private HealOrder orderFor(Envelope envelope) throws VerificationUnavailable {
        Path root = Path.of(envelope.project());
        Optional<Path> configured = stores.projects().find(root).map(ProjectSettings::interpreter).map(Path::of);
        Optional<Interpreter> python = tools.interpreters().find(root, configured, true);
        Optional<String> complaint = tools.complaint(python);
        if (complaint.isPresent()) {
            throw new VerificationUnavailable(complaint.get());
        }
        return new HealOrder(root, Command.parse(envelope.command()), python.orElseThrow(), Limits.STANDARD, HealBudget.STANDARD,
                HealSettings.GOOD_ENOUGH, HealOrder.Promotion.REVIEW, new Cancellation());
    }

    ModelAccess model() {
        return model;
    }

    CircuitBreaker breaker(Path root) {
        return breakers.of(root.toString());
    }

    Tools tools() {
        return tools;
    }

    ReBanker reBanker() {
        return reBanker;
    }

    PatchPromoter promoter() {
        return promoter;
    }

    Healer healer() {
        return healer;
    }

    ReviewDesk reviews() {
        return reviews;
    }

    ProjectOwnership ownership() {
        return root -> {
            Subscription owned = stores.lock(root);
            try {
                breakers.refresh(root.toString());
                return owned;
            } catch (RuntimeException failed) {
                owned.close();
                throw failed;
            }
        };
    }

    @Override
    public void close() {
        model.close();
    }
}
