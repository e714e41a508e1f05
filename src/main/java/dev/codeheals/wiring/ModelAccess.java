package dev.codeheals.wiring;

import dev.codeheals.engine.repair.RepairRequest;
import dev.codeheals.engine.repair.model.KnownSecrets;
import dev.codeheals.engine.repair.model.ModelBudget;
import dev.codeheals.engine.repair.model.ModelClient;
import dev.codeheals.engine.repair.model.ModelFailure;
import dev.codeheals.engine.repair.model.ModelPrompt;
import dev.codeheals.engine.repair.model.ModelSetup;
import dev.codeheals.engine.repair.model.Redactor;
import dev.codeheals.engine.repair.model.SpendLedger;
import dev.codeheals.engine.repair.model.SpendMeter;
import dev.codeheals.engine.run.Pause;
import dev.codeheals.llm.ApiKey;
import dev.codeheals.llm.ApiKeys;
import dev.codeheals.llm.EgressMeter;
import dev.codeheals.llm.Endpoint;
import dev.codeheals.llm.HttpModelClient;
import dev.codeheals.llm.NetworkSwitch;
import dev.codeheals.llm.Prices;
import dev.codeheals.llm.Provider;
import dev.codeheals.llm.ProxySettings;
import dev.codeheals.llm.SystemKeyRing;
import dev.codeheals.llm.Transport;
import dev.codeheals.store.KeyFile;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The way to the chosen language model. Offline, none of the HTTP classes is even loaded.
public final class ModelAccess implements AutoCloseable {
    private final InstantSource clock;
    private final EgressMeter egress = new EgressMeter();
    private final NetworkSwitch network = new NetworkSwitch(true);
    private final ApiKeys keys;
    private final SpendLedger ledger;
    private ModelChoice choice;
    private ModelBudget budget = ModelBudget.DEFAULT;
    private SpendMeter.Caps caps = SpendMeter.Caps.DEFAULT;
    private SpendMeter meter;
    private @Nullable Transport transport;
    private @Nullable ModelSetup setup;

    ModelAccess(ModelChoice choice, Path dataFolder, SpendLedger ledger, InstantSource clock) {
        this.choice = choice;
        this.clock = clock;
        this.ledger = ledger;
        this.meter = new SpendMeter(clock, caps, ledger);
        this.keys = new ApiKeys(System.getenv(), List.of(new SystemKeyRing(), new KeyFile(dataFolder.resolve("keys.json"))));
    }

    public synchronized ModelChoice choice() {
        return choice;
    }

    /// Chooses another model for the heals that begin from now on.
    public synchronized void choose(ModelChoice next) {
        choice = next;
        closeTransport();
        if (!(next instanceof ModelChoice.Offline)) {
            network.allow();
        }
    }

    /// Limits what the heals that begin from now on may spend.
    public synchronized void limit(ModelBudget perHeal, SpendMeter.Caps overall) {
        budget = perHeal;
        caps = overall;
        meter = new SpendMeter(clock, overall, ledger);
        closeTransport();
    }

    /// Cuts the network at once: what is under way fails, and nothing more is sent until a model is chosen again.
    public void cut() {
        network.cut();
    }

    /// Whether anything may leave this machine: a model is chosen and the network is not cut.
    public synchronized boolean online() {
        return !(choice instanceof ModelChoice.Offline) && network.allowed();
    }

    /// What was sent since the program started.
    public long bytesSent() {
        return egress.bytesSent();
    }

    /// Keeps a key in the safest place there is.
    ///
    /// @return a sentence that says where; empty if it could not be kept
    public Optional<String> keepKey(String provider, String key) {
        return Provider.of(provider).flatMap(p -> keys.keep(p, key));
    }

    /// What models cost today in US dollars, in all processes that share the data folder.
    public synchronized double spentToday() {
        return meter.spentToday();
    }

    /// How many requests were sent in this clock hour, in all processes that share the data folder.
    public synchronized int requestsThisHour() {
        return caps.requestsPerHour() - meter.requestsLeft();
    }

    /// The models the endpoint offers.
    ///
    /// @param problem why there is no list, as a sentence; empty if there is one
    public record Offer(List<String> models, String problem) {}

    /// Asks for the list of models. Blocks for as long as a request takes.
    public Offer models() {
        try {
            Optional<ModelSetup> open = setup();
            return open.isEmpty() ? new Offer(List.of(), "Offline: no model is asked and no socket is opened.")
                    : new Offer(open.get().client().listModels(), "");
        } catch (ModelFailure failure) {
            return new Offer(List.of(), failure.message());
        }
    }

    /// The exact text a heal would send first, secrets replaced. Sends nothing, offline or not.
    String preview(RepairRequest request) {
        return ModelPrompt.first(request, redactor()).preview();
    }

    /// Where the provider's key comes from, in words; empty if there is none.
    public Optional<String> keyOrigin(String provider) {
        return Provider.of(provider).flatMap(keys::find).map(ApiKey::origin);
    }

    /// Forgets the provider's key wherever it was kept; one in the environment stays.
    public void forgetKey(String provider) {
        Provider.of(provider).ifPresent(keys::forget);
    }

    /// Asks the model for a few tokens.
    public ModelClient.ConnectionReport test() {
        return setup().map(s -> s.client().testConnection())
                .orElseGet(() -> new ModelClient.ConnectionReport(true, "Offline: no model is asked and no socket is opened."));
    }

    /// What heals share; empty when offline.
    synchronized Optional<ModelSetup> setup() {
        if (setup == null) {
            endpoint().ifPresent(endpoint -> setup = open(endpoint));
        }
        return Optional.ofNullable(setup);
    }

    private ModelSetup open(Endpoint endpoint) {
        Transport opened = new Transport(network, egress, ProxySettings.of(System.getenv()), clock, System::nanoTime, Pause.REAL);
        transport = opened;
        ModelClient client = HttpModelClient.of(endpoint, opened, () -> keys.find(endpoint.provider()), Prices.bundled(), System::nanoTime);
        return new ModelSetup(client, redactor(), meter, budget, System::nanoTime);
    }

    /// Knows the keys and names that must not leave this machine.
    Redactor redactor() {
        return new Redactor(KnownSecrets.of(System.getenv(), keys.values(), Set.of(System.getProperty("user.name", ""))));
    }

    private Optional<Endpoint> endpoint() {
        return switch (choice) {
            case ModelChoice.Offline _ -> Optional.empty();
            case ModelChoice.Anthropic a -> Optional.of(Endpoint.of(Provider.ANTHROPIC, uri(a.baseUrl()), a.name()));
            case ModelChoice.OpenAi o -> Optional.of(Endpoint.of(Provider.OPENAI, uri(o.baseUrl()), o.name()));
            case ModelChoice.Compatible c -> Optional.of(Endpoint.of(Provider.COMPATIBLE, uri(c.baseUrl()), c.name()));
        };
    }

    private static @Nullable URI uri(@Nullable String text) {
        return text == null ? null : URI.create(text);
    }

    private void closeTransport() {
        Transport open = transport;
        transport = null;
        setup = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public synchronized void close() {
        closeTransport();
    }
}
