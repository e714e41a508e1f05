package dev.codeheals.engine.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Isolation;
import dev.codeheals.engine.run.Limits;
import dev.codeheals.engine.run.RunOutcome;
import dev.codeheals.engine.verify.Workbenches.Need;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Calls the project's functions with the values the failing run called them with and with others near them, without a candidate and with
/// it. A fix of the cause shows near the example, too; one that only answers the example does not.
///
/// @param calls    as the watched run noted them
/// @param question the same with all that is needed to call again
/// @param longest  what it may take
record InputProbe(Workbenches benches, List<JsonNode> calls, ObjectNode question, Duration longest) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_OF_CHANGED = 10;
    private static final int MOST_ASKED = 8;
    private static final Duration SLOW = Duration.ofSeconds(10);
    private static final Duration LEAST = Duration.ofMillis(400);

    /// What can be asked after this run. Nothing where nothing was noted, and nothing where a call with values nobody meant could do harm.
    static Optional<InputProbe> of(Groundwork ground, Workbenches benches, Isolation isolation) {
        Duration once = ground.baseline().outcome().duration();
        boolean quick = ground.baseline().outcome().ending() == RunOutcome.Ending.EXITED && once.compareTo(SLOW) < 0;
        if (isolation == Isolation.LIMITS_ONLY || !quick || !benches.first().isWarm() || ground.facts().isEmpty() || ground.program().isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode facts = JSON.readTree(ground.facts().get());
            List<JsonNode> calls = new ArrayList<>();
            facts.path("calls").forEach(calls::add);
            ObjectNode question = JSON.createObjectNode().put("main", ground.program().get().target());
            question.set("path", facts.path("path"));
            return calls.isEmpty() ? Optional.empty() : Optional.of(new InputProbe(benches, calls, question, LEAST.plus(once)));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    /// What it shows of a candidate; empty where nothing could be compared.
    Optional<InputComparison> with(List<FileChange> changes, Cancellation cancellation) {
        Set<String> literals = NewLiterals.of(changes);
        List<JsonNode> asked = picked(changes);
        ObjectNode request = question.deepCopy();
        asked.forEach(request.putArray("calls")::add);
        literals.stream().sorted().forEach(request.putArray("spelled")::add);
        ProgramRun run = new ProgramRun("probe", request.toString(), List.of(), Set.of());
        // One interpreter for both: in another one sets have another order.
        return benches.use(Need.SOON, bench -> {
            List<CallOutcome.Group> before = called(bench, run, List.of(), cancellation);
            return before.isEmpty() ? Optional.empty() : InputComparison.of(asked, before, called(bench, run, changes, cancellation), literals);
        });
    }

    /// Calls of the functions the candidate changes, then those the tests made themselves.
    private List<JsonNode> picked(List<FileChange> changes) {
        List<JsonNode> own = calls.stream().filter(call -> changes.stream().anyMatch(change -> isIn(call, change))).limit(MOST_OF_CHANGED).toList();
        return Stream.concat(own.stream(), calls.stream().filter(call -> call.path("asked").asBoolean() && !own.contains(call)).limit(MOST_ASKED)).toList();
    }

    private static boolean isIn(JsonNode call, FileChange change) {
        if (change.before() == null || !change.file().equals(call.path("file").asText())) {
            return false;
        }
        List<String> before = new String(change.before(), StandardCharsets.UTF_8).lines().toList();
        List<String> after = new String(change.after(), StandardCharsets.UTF_8).lines().toList();
        return DiffUtils.diff(before, after).getDeltas().stream().map(AbstractDelta::getSource)
                .anyMatch(lines -> lines.getPosition() + 1 <= call.path("last").asInt() && lines.getPosition() + lines.size() >= call.path("first").asInt());
    }

    private List<CallOutcome.Group> called(Workbench bench, ProgramRun run, List<FileChange> changes, Cancellation cancellation) {
        return bench.program(run, changes, List.of(), Limits.STANDARD.withWallTime(longest), cancellation).report().calls();
    }
}
