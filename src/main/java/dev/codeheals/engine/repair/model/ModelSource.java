package dev.codeheals.engine.repair.model;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.PatchSource;
import dev.codeheals.engine.repair.RepairRequest;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.repair.TriedPatch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Asks a language model for edits, within the budget of one heal.
///
/// One attempt is one prompt, and where its reply cannot be used, one more turn that names the fault. A reply can only become a
/// {@link CandidatePatch}. What was tried and why it failed is read from each request, so ask again with a fresh one after a
/// candidate failed. Not thread-safe: one heal asks from one thread at a time.
public final class ModelSource implements PatchSource.Model {
    private static final double PRIOR = 0.5;
    /// Attempts without a candidate after which no other is made.
    private static final int FRUITLESS = 3;

    private final ModelSetup setup;
    private final ModelHeal heal;
    private final Consumer<ModelCall> told;
    private final HealSpend spend;
    private final PromptBuilder prompts = new PromptBuilder();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, TriedPatch> heard = new LinkedHashMap<>();
    private final Set<String> proposed = new HashSet<>();
    private int fruitless;
    private @Nullable Redaction redaction;

    ModelSource(ModelSetup setup, ModelHeal heal) {
        this.setup = setup;
        this.heal = heal;
        this.told = heal.calls();
        this.spend = new HealSpend(setup.budget(), setup.nanos(), heal.left());
    }

    @Override
    public Stream<CandidatePatch> candidates(RepairRequest request) {
        AtomicInteger failed = new AtomicInteger();
        return Stream.generate(() -> paced(request, failed.getAndIncrement()))
                .takeWhile(attempt -> !(attempt instanceof ModelAttempt.Nothing nothing && nothing.last()))
                .mapMulti((attempt, sink) -> {
                    if (attempt instanceof ModelAttempt.Proposed found) {
                        sink.accept(found.candidate());
                    }
                });
    }

    private ModelAttempt paced(RepairRequest request, int failed) {
        if (failed > 0) {
            heal.pace().accept(failed);
        }
        return attempt(request);
    }

    @Override
    public void heard(TriedPatch failed) {
        heard.put(failed.hash(), failed);
    }

    /// One attempt; empty if it gave no candidate.
    public Optional<CandidatePatch> next(RepairRequest request) {
        return attempt(request) instanceof ModelAttempt.Proposed found ? Optional.of(found.candidate()) : Optional.empty();
    }

    /// One attempt, with the reason where it gave no candidate.
    public ModelAttempt attempt(RepairRequest request) {
        ModelAttempt attempt = ask(request, redaction(request), preview(request), true);
        if (attempt instanceof ModelAttempt.Nothing nothing && !nothing.last()) {
            fruitless++;
            return fruitless < FRUITLESS ? attempt : new ModelAttempt.Nothing(nothing.reason(), nothing.failure(), true);
        }
        return attempt;
    }

    /// The exact text the next attempt would send.
    public ModelPrompt preview(RepairRequest request) {
        return prompts.build(request, redaction(request), tried(request), faults);
    }

    /// What the request knows of, and what was heard of since it was made.
    private List<TriedPatch> tried(RepairRequest request) {
        Map<String, TriedPatch> all = new LinkedHashMap<>();
        request.tried().forEach(patch -> all.put(patch.hash(), patch));
        all.putAll(heard);
        return List.copyOf(all.values());
    }

    /// Requests sent in this heal so far.
    public int requests() {
        return spend.requests();
    }

    private Redaction redaction(RepairRequest request) {
        if (redaction == null) {
            redaction = setup.redactor().redaction(request.project());
        }
        return redaction;
    }

    private ModelAttempt ask(RepairRequest request, Redaction mask, ModelPrompt prompt, boolean mayRepair) {
        ModelReply reply;
        try {
            reply = exchange(request, prompt);
        } catch (ModelFailure failure) {
            return failed(prompt, failure);
        }
        ReplyScope scope = new ReplyScope(request.project(), request.sealed().diagnosis().file(), mask::restore);
        return switch (new ReplyParser(scope).parse(reply.text())) {
            case ParsedReply.Parsed parsed -> accepted(request, mask, prompt, reply, parsed, mayRepair);
            case ParsedReply.Unusable unusable -> again(request, mask, prompt, reply, ending(reply, unusable.fault()), mayRepair);
            case ParsedReply.Refusal refusal -> {
                told.accept(call(prompt, reply, refusal.reason()));
                faults.add(refusal.reason());
                yield new ModelAttempt.Nothing(refusal.reason(), null, false);
            }
        };
    }

    private ModelReply exchange(RepairRequest request, ModelPrompt prompt) throws ModelFailure {
        if (request.cancellation().isCancelled()) {
            throw new ModelFailure(ModelFailure.Kind.CANCELLED, "The heal was cancelled.");
        }
        double worst = setup.client().worstCost(prompt);
        Optional<String> refusal = spend.refusal(prompt, worst);
        if (refusal.isPresent()) {
            throw new ModelFailure(ModelFailure.Kind.BUDGET, refusal.get());
        }
        setup.meter().permit(worst);
        try {
            ModelReply reply = setup.client().complete(prompt, spend.limits(setup.meter().requestsLeft()), heal.listener(), request.cancellation());
            charge(reply.requests(), reply.usage(), reply.cost());
            return reply;
        } catch (ModelFailure failure) {
            charge(failure.requests(), failure.usage(), failure.cost());
            throw failure;
        }
    }

    private void charge(int requests, TokenUsage usage, double cost) {
        spend.charge(requests, usage, cost);
        setup.meter().charge(requests, cost);
    }

    private ModelAttempt failed(ModelPrompt prompt, ModelFailure failure) {
        if (failure.requests() > 0) {
            told.accept(new ModelCall(setup.client().model(), failure.usage(), failure.cost(), failure.latency(), failure.requests(),
                    prompt.preview(), null, failure.message()));
        } else if (failure.kind() != ModelFailure.Kind.CANCELLED) {
            heal.unasked().accept(failure.message());
        }
        return new ModelAttempt.Nothing(failure.message(), failure, failure.requests() == 0 || !failure.kind().retryable());
    }

    private ModelAttempt accepted(RepairRequest request, Redaction mask, ModelPrompt prompt, ModelReply reply, ParsedReply.Parsed parsed,
                                  boolean mayRepair) {
        CandidatePatch candidate = new CandidatePatch(setup.client().model().source(), parsed.description(), parsed.edits(), Tier.B, PRIOR,
                parsed.confidence(), parsed.explanation());
        String hash = candidate.hash();
        if (request.project().changes(candidate).isEmpty()) {
            return again(request, mask, prompt, reply, "The edits cannot be written in the encoding of the files.", mayRepair);
        }
        if (proposed.contains(hash) || tried(request).stream().map(TriedPatch::hash).anyMatch(hash::equals)) {
            return again(request, mask, prompt, reply, "Exactly this change was tried already and did not heal the failure."
                    + " Look for another cause.", mayRepair);
        }
        proposed.add(hash);
        told.accept(call(prompt, reply, null));
        return new ModelAttempt.Proposed(candidate);
    }

    private ModelAttempt again(RepairRequest request, Redaction mask, ModelPrompt prompt, ModelReply reply, String fault, boolean mayRepair) {
        told.accept(call(prompt, reply, fault));
        if (mayRepair) {
            return ask(request, mask, prompts.repair(prompt, reply.text(), mask.mask(fault)), false);
        }
        faults.add(fault);
        return new ModelAttempt.Nothing("The model's reply could not be used: " + fault, null, false);
    }

    private static String ending(ModelReply reply, String fault) {
        return reply.end() == ModelReply.End.CUT_AT_LIMIT
                ? "Your reply was cut off at the limit of its length. Answer with the JSON object alone and the smallest edit. " + fault : fault;
    }

    private ModelCall call(ModelPrompt prompt, ModelReply reply, @Nullable String fault) {
        return new ModelCall(reply.model(), reply.usage(), reply.cost(), reply.latency(), reply.requests(), prompt.preview(), reply.text(), fault);
    }
}
