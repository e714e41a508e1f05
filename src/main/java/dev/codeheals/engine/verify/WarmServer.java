package dev.codeheals.engine.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeheals.engine.run.Isolation;
import dev.codeheals.engine.run.Limits;
import dev.codeheals.engine.run.ProcessRunner;
import dev.codeheals.engine.run.RunOutcome;
import dev.codeheals.engine.run.RunRequest;
import dev.codeheals.engine.run.TalkingProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An interpreter that is up already and forks one child for each run, inside one sandbox. Started when first needed, and again
/// after it died. For one thread at a time; {@link #kill} and {@link #isUp} are for any.
final class WarmServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration SLACK = Duration.ofSeconds(5);

    private final ProcessRunner runner;
    private final RunRequest start;
    private final Places places;
    private final Set<String> wanted = new LinkedHashSet<>();
    private final Set<String> loaded = new LinkedHashSet<>();
    private volatile @Nullable TalkingProcess process;
    private volatile boolean closed;

    /// Where a server works.
    ///
    /// @param folder  the project's folder as its runs see it
    /// @param scratch folders to empty after each run
    /// @param keep    paths in them that stay
    record Places(String folder, List<String> scratch, List<String> keep) {}

    /// What one run gave.
    ///
    /// @param busy the time it computed or could have computed had the processor been free, where that is known
    record Answer(RunOutcome outcome, RunReport report, Optional<Duration> busy) {
        Answer(RunOutcome outcome, RunReport report) {
            this(outcome, report, Optional.empty());
        }
    }

    /// @param start runs {@code codeheals_warm.py} by the project's interpreter
    WarmServer(ProcessRunner runner, RunRequest start, Places places) {
        this.runner = runner;
        this.start = start;
        this.places = places;
    }

    /// What to load before the next run; known best after a run has named what it imported.
    void prepare(Set<String> modules) {
        wanted.addAll(modules);
    }

    /// Whether it has been started and lives. May be asked by any thread.
    boolean isUp() {
        TalkingProcess running = process;
        return running != null && running.isAlive();
    }

    /// Runs a program on the folder as it is now.
    ///
    /// @throws IOException if the server cannot be started or died during the run
    Answer run(ProgramRun run, List<String> changed, Limits limits) throws IOException {
        TalkingProcess running = connected();
        long begun = System.nanoTime();
        ObjectNode request = run.request(places.folder(), changed, limits, namespaced());
        JsonNode answer = read(running.ask(JSON.writeValueAsString(request), limits.wallTime().plus(SLACK)));
        RunOutcome.Ending ending = RunOutcome.Ending.valueOf(answer.path("ending").asText("EXITED"));
        String note = switch (ending) {
            case TIMED_OUT -> "Stopped after " + limits.wallTime().toMillis() + " ms.";
            case LIMIT_EXCEEDED -> "Stopped: too many processes or too little memory left.";
            case EXITED, CANCELLED, NOT_STARTED -> "";
        };
        RunOutcome outcome = new RunOutcome(ending, answer.path("exit").asInt(), decoded(answer, "output"), answer.path("truncated").asBoolean(),
                Duration.ofNanos(System.nanoTime() - begun), start.sandbox().isolation(), note);
        return new Answer(outcome, RunReport.read(decoded(answer, "report")),
                Optional.of(Duration.ofMillis(Math.round(1000 * (answer.path("cpu").asDouble() + answer.path("queued").asDouble())))));
    }

    private TalkingProcess connected() throws IOException {
        TalkingProcess running = process;
        if (running == null || !running.isAlive()) {
            loaded.clear();
            running = started();
        }
        if (loaded.containsAll(wanted)) {
            return running;
        }
        ObjectNode request = JSON.createObjectNode().put("op", "warm");
        wanted.stream().filter(module -> !loaded.contains(module)).forEach(request.putArray("preload")::add);
        loaded.addAll(wanted);
        if (read(running.ask(JSON.writeValueAsString(request), START)).path("forkable").asBoolean()) {
            return running;
        }
        // Something that was loaded runs threads, which a fork would lose.
        running.kill();
        wanted.clear();
        return connected();
    }

    private TalkingProcess started() throws IOException {
        if (closed) {
            throw new IOException("The warm interpreter was closed.");
        }
        TalkingProcess fresh = runner.talk(start);
        process = fresh;
        if (closed) {
            fresh.kill();
            throw new IOException("The warm interpreter was closed.");
        }
        ObjectNode config = JSON.createObjectNode().put("namespace", namespaced());
        places.scratch().forEach(config.putArray("scratch")::add);
        places.keep().forEach(config.putArray("keep")::add);
        fresh.ask(JSON.writeValueAsString(config), START);
        return fresh;
    }

    private boolean namespaced() {
        return start.sandbox().isolation() != Isolation.LIMITS_ONLY;
    }

    private static JsonNode read(String line) throws IOException {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IOException("The warm interpreter gave no answer.", e);
        }
    }

    private static byte[] decoded(JsonNode answer, String field) {
        return Base64.getDecoder().decode(answer.path(field).asText(""));
    }

    /// Ends the run under way; the next run starts a new interpreter.
    void kill() {
        TalkingProcess running = process;
        if (running != null) {
            running.kill();
        }
    }

    @Override
    public void close() {
        closed = true;
        kill();
    }
}
