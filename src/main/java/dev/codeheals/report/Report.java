package dev.codeheals.report;

import dev.codeheals.engine.context.Metrics;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.engine.knowledge.KnowledgeStats;
import dev.codeheals.engine.score.Calibration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Everything a report says, built once and written in any format. Holds no secret and no absolute path.
///
/// @param from     null for everything there is
/// @param project  the project's name; empty for all projects
/// @param heals    newest first
/// @param breakers one for each project that has one
public record Report(Instant generatedAt, String version, @Nullable Instant from, Instant until, String project, Summary summary, List<Metrics.Day> days,
                     List<Metrics.Family> families, List<Source> sources, List<Heal> heals, Knowledge knowledge, List<BreakerLog> breakers,
                     Calibration calibration, Integrity integrity) {
    public Report {
        days = List.copyOf(days);
        families = List.copyOf(families);
        sources = List.copyOf(sources);
        heals = List.copyOf(heals);
        breakers = List.copyOf(breakers);
    }

    /// @param healed        with a fix that was proposed or applied and not taken back
    /// @param withoutModel  healed ones whose fix came from no model
    /// @param cost          in US dollars, where prices are known
    public record Summary(long heals, long healed, long waiting, long approved, long automatic, long rejected, long undone, long attempts,
                          long candidates, Duration meanTimeToHeal, Duration medianTimeToHeal, long withoutModel, long modelCalls, long tokensIn,
                          long tokensOut, double cost, double meanConfidence, double confidenceTrend) {
        public double successRate() {
            return heals == 0 ? 0 : (double) healed / heals;
        }

        public double shareWithoutModel() {
            return healed == 0 ? 0 : (double) withoutModel / healed;
        }
    }

    /// @param source {@code rule}, {@code pattern}, {@code search} or {@code model}
    public record Source(String source, long attempts, long healed) {}

    /// What became of one failing run.
    public enum State {
        HEALED, WAITING, REJECTED, UNDONE, NOT_HEALED, ABORTED;

        /// As written in files: {@code not_healed}.
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// As a person reads it: {@code not healed}.
        public String words() {
            return wireName().replace('_', ' ');
        }
    }

    /// Who let a fix into the project.
    public enum Approval { PERSON, PERSON_EDITED, AUTOMATIC, NOBODY }

    /// One failing run.
    ///
    /// @param project   the project's name
    /// @param decidedBy one sentence: who approved or rejected it, or that nobody has yet
    /// @param attempts  first attempt first; later ones may be about the next failure, which the first one had hidden
    public record Heal(String healId, String project, Instant at, State state, String command, Approval approval, String decidedBy,
                       Duration duration, List<Attempt> attempts) {
        public Heal {
            attempts = List.copyOf(attempts);
        }

        /// What failed first.
        public Finding finding() {
            return attempts.getFirst().finding();
        }

        /// Who proposed what counts: {@code rule:missing-import, search:swap}.
        public String sources() {
            String promoted = attempts.stream().filter(a -> a.decision().equals("PROMOTE")).map(Attempt::source).distinct().collect(Collectors.joining(", "));
            return promoted.isEmpty() ? attempts.getLast().source() : promoted;
        }

        /// The attempt whose fix counts: the one that was proposed or applied, else the last.
        public Attempt best() {
            return attempts.reversed().stream().filter(a -> a.decision().equals("PROMOTE")).findFirst().orElse(attempts.getLast());
        }
    }

    /// The diagnosis.
    public record Finding(String errorCode, String clusterId, String family, String severity, double difficulty, String exceptionType,
                          String message, @Nullable String file, @Nullable Integer line, @Nullable Integer column, @Nullable String function,
                          String hint, double confidence, String hash) {
        /// {@code shop/prices.py:14}; empty if unknown.
        public String place() {
            return file == null ? "" : line == null ? file : file + ":" + line;
        }

        /// {@code NameError: name 'json' is not defined}.
        public String title() {
            return message.isEmpty() ? exceptionType : exceptionType + ": " + message;
        }
    }

    /// @param exact      whether the diff is the one that was made; false where something in it had to be masked
    /// @param confidence null where nothing was verified
    /// @param outcomes   what became of it, oldest first
    public record Attempt(String envelopeId, long sequence, int number, Instant at, Finding finding, String source, int candidatesTried, String description,
                          String diff, boolean exact, Evidence evidence, @Nullable Confidence confidence, String decision, String reason,
                          String breakerState, Outcome outcome, @Nullable Model model, Duration duration, String envelopeHash,
                          List<OutcomeEntry> outcomes) {
        public Attempt {
            outcomes = List.copyOf(outcomes);
        }
    }

    public record OutcomeEntry(Instant at, Outcome outcome, String reason) {}

    /// What the verification saw.
    public record Evidence(String tier, String summary, int passedBefore, int failedBefore, int passedAfter, int failedAfter, int skippedAfter,
                           List<String> testsThatHeal, String isolation, Duration before, Duration after, List<String> probes) {
        public Evidence {
            testsThatHeal = List.copyOf(testsThatHeal);
            probes = List.copyOf(probes);
        }
    }

    public record Confidence(double overall, double syntax, double semantic, double difficulty, @Nullable Double selfReported, int sampleSize,
                             String why) {}

    public record Model(String provider, String name, long tokensIn, long tokensOut, double cost, Duration latency) {}

    /// The whole library, not only what the period added.
    ///
    /// @param top the patterns that healed most often
    public record Knowledge(KnowledgeStats stats, List<Pattern> top) {
        public Knowledge {
            top = List.copyOf(top);
        }
    }

    public record Pattern(long id, String clusterId, String description, int successes, int failures, double confidence, List<String> tags) {
        public Pattern {
            tags = List.copyOf(tags);
        }
    }

    /// @param measured whether there are enough outcomes for the rate to mean something
    public record BreakerLog(String project, String state, boolean measured, double failureRate, double threshold, List<BreakerEntry> changes) {
        public BreakerLog {
            changes = List.copyOf(changes);
        }
    }

    public record BreakerEntry(Instant at, String from, String to, String reason) {}

    /// Whether the journal is as it was written.
    ///
    /// @param lastHash the hash of the newest record, which stands for all before it; empty if there is none
    /// @param problems one sentence each; empty if all is well
    public record Integrity(long envelopes, long decisions, String lastHash, List<String> problems) {
        public Integrity {
            problems = List.copyOf(problems);
        }

        public boolean intact() {
            return problems.isEmpty();
        }

        /// What was checked and what it showed, in a sentence or two.
        public String statement() {
            String looked = "%,d records and %,d decisions were checked from the first link to the last. ".formatted(envelopes, decisions);
            return intact() ? looked + "Every diagnosis, fix, decision and link is as it was written."
                    : looked + problems.size() + (problems.size() == 1 ? " is" : " are") + " not as written; what they concern is left out of this report.";
        }
    }
}
