package dev.codeheals.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.bench.generator.BrokenProjects;
import dev.codeheals.engine.heal.HealBudget;
import dev.codeheals.engine.heal.HealOrder.Promotion;
import dev.codeheals.engine.heal.HealResult;
import dev.codeheals.engine.heal.HealResult.HealOutcome;
import dev.codeheals.engine.run.Cancellation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Generated projects, healed with a model at hand that answers right whatever it is asked: what neither rules nor a short search heal,
/// it heals. A fix that only makes a script run again waits for a person, whoever proposes it, and is promoted by their yes.
/// {@code -Dbench.seed}, {@code -Dbench.count} and {@code -Dbench.families} choose other projects.
@Tag("bench")
class KnownTruthTest {
    private static final int SEED = Integer.getInteger("bench.seed", 61);
    private static final int COUNT = Integer.getInteger("bench.count", 60);
    private static final String FAMILIES = System.getProperty("bench.families",
            "comparisons,classes,logic,unpacking,datetime,keys,recursion,conversions,empty,operators,attributes,names");
    private static final HealSettings APPLY = new HealSettings(new HealBudget(Duration.ofMinutes(3), Duration.ofMillis(500), 24, 12, 4),
            HealSettings.GOOD_ENOUGH, Promotion.APPLY);

    @TempDir
    Path scratch;

    @Test
    void everyProjectIsHealedOnceTheModelKnowsAndPromotedAtOnceWhereATestAsksForIt() throws IOException, InterruptedException {
        List<Path> cases = BrokenProjects.generate(BrokenProjects.python(scratch), scratch.resolve("cases"), SEED, COUNT, "--family", FAMILIES);
        AtomicReference<String> truth = new AtomicReference<>("");
        List<Healed> all = new ArrayList<>();
        try (Workbench bench = new Workbench(scratch.resolve("bench")); AnsweringServer server = AnsweringServer.answering(_ -> truth.get())) {
            bench.application().model().choose(server.choice());
            for (KnownTruth known : cases.stream().map(KnownTruth::new).toList()) {
                if (known.answerable()) {
                    truth.set(known.reply());
                    int before = server.prompts().size();
                    HealResult result = heal(bench, known);
                    boolean asked = server.prompts().size() > before;
                    boolean approved = asked && result.outcome() == HealOutcome.PROPOSED && approved(bench, result);
                    all.add(new Healed(known, known.hasTests(), result, asked, approved, (result.applied() || approved) && known.holds(project(known))));
                }
            }
        }
        System.out.printf("%d projects, seed %d%n", all.size(), SEED);
        tell("a test asks for the fix", all.stream().filter(Healed::tested).toList());
        tell("no test asks for it", all.stream().filter(one -> !one.tested()).toList());
        all.stream().filter(one -> one.asked() && !one.right()).forEach(one -> System.out.println("  " + one.known().name() + ": " + one.result().message()));
        assertThat(all).filteredOn(one -> one.tested() && one.asked()).allMatch(Healed::promoted).allMatch(Healed::right);
        assertThat(all).filteredOn(one -> !one.tested() && one.asked()).allMatch(one -> one.promoted() || one.approved()).allMatch(Healed::right);
    }

    private record Healed(KnownTruth known, boolean tested, HealResult result, boolean asked, boolean approved, boolean right) {
        boolean promoted() {
            return result.outcome() == HealOutcome.HEALED;
        }
    }

    private static boolean approved(Workbench bench, HealResult proposal) {
        return proposal.best() != null && bench.application().reviews().approve(proposal.best().envelopeId(), Map.of()).done();
    }

    private Path project(KnownTruth known) {
        return scratch.resolve("work").resolve(known.name());
    }

    private HealResult heal(Workbench bench, KnownTruth known) throws IOException {
        return bench.application().session(known.project(project(known))).healNow(known.command(), APPLY, new Cancellation(), _ -> {});
    }

    private static void tell(String what, List<Healed> some) {
        List<Healed> asked = some.stream().filter(Healed::asked).toList();
        System.out.printf("  %-24s %3d; the model was asked about %d: promoted %d, after a person's yes %d, all of them right: %s%n", what, some.size(), asked.size(),
                asked.stream().filter(Healed::promoted).count(), asked.stream().filter(Healed::approved).count(),
                asked.stream().filter(one -> one.promoted() || one.approved()).allMatch(Healed::right));
    }
}
