package dev.codeheals.engine.classify;

import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.detect.StackFrame;
import dev.codeheals.engine.detect.Traceback;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Turns a failure into a sealed diagnosis.
///
/// A failure is classified by its reported exception. An exception group keeps its printed type and message, but takes code,
/// subject and place from its most telling member: the first whose frames reach the project, else the first.
/// The same failure gives the same packet, and so the same hash, on every run and machine.
public final class ReBanker {
    private static final int LONGEST_SUBJECT = 160;
    private static final int LONGEST_MESSAGE = 2_000;
    private static final Category UNKNOWN = new Category("UNK.UNKNOWN", "An error this program does not know", Severity.RECOVERABLE, 0.6, 0.2,
            "Read the message and the innermost frame of your own code.", "This exception is in no taxonomy file. Its own documentation says what it means.",
            List.of(), List.of(), List.of(), "built in");

    private final Function<ProjectPaths, Taxonomy> taxonomy;
    private final Supplier<ClusterRules> clusters;

    public ReBanker(Taxonomy taxonomy, ClusterRules clusters) {
        this(paths -> taxonomy, () -> clusters);
    }

    /// Both are asked anew for each failure, so that edited files and the user's rules count at once.
    public ReBanker(Function<ProjectPaths, Taxonomy> taxonomy, Supplier<ClusterRules> clusters) {
        this.taxonomy = taxonomy;
        this.clusters = clusters;
    }

    public SealedDiagnosis classify(Failure failure, ProjectPaths paths) {
        return SealedDiagnosis.seal(diagnose(failure, judge(failure, paths), paths));
    }

    /// The frames of the reported failure, outermost first; those of a group go on with its most telling member's.
    public static List<StackFrame> frames(Failure failure, ProjectPaths paths) {
        List<StackFrame> frames = new ArrayList<>(failure.reported().frames());
        Traceback at = failure.reported();
        while (!at.members().isEmpty()) {
            at = telling(at, paths);
            frames.addAll(at.frames());
        }
        return frames;
    }

    /// Says in words why a failure got its code and cluster.
    public Explanation explain(Failure failure, ProjectPaths paths) {
        Verdict verdict = judge(failure, paths);
        return Reasons.explain(verdict.category, verdict.match, verdict.judged, diagnose(failure, verdict, paths));
    }

    private record Verdict(Category category, Taxonomy.@Nullable Match match, Traceback judged, double confidence) {}

    private Verdict judge(Failure failure, ProjectPaths paths) {
        Traceback judged = failure.reported();
        while (!judged.members().isEmpty()) {
            judged = telling(judged, paths);
        }
        Optional<Taxonomy.Match> match = match(judged, paths);
        if (match.map(Taxonomy.Match::category).map(Category::code).filter(code -> !unspecific(code)).isEmpty()) {
            Traceback quoted = quoted(judged, failure.chain());
            judged = quoted == null ? judged : quoted;
            match = quoted == null ? match : match(quoted, paths);
        }
        Category category = match.map(Taxonomy.Match::category).orElse(UNKNOWN);
        return new Verdict(category, match.orElse(null), judged, match.map(Taxonomy.Match::confidence).orElse(UNKNOWN.confidence()));
    }

    private Optional<Taxonomy.Match> match(Traceback judged, ProjectPaths paths) {
        return taxonomy.apply(paths).match(judged.exceptionType(), judged.message(), raisedIn(judged));
    }

    private static boolean unspecific(String code) {
        return code.startsWith("UNK.") || code.startsWith("GEN.");
    }

    // A wrapper that only repeats the exception it wraps is judged by that one.
    private static @Nullable Traceback quoted(Traceback wrapper, List<Traceback> chain) {
        return chain.reversed().stream().filter(link -> !link.exceptionType().isEmpty())
                .filter(link -> wrapper.summary().endsWith(TypeNames.last(link.exceptionType()) + ": " + link.summary())).findFirst().orElse(null);
    }

    private static String raisedIn(Traceback judged) {
        if (judged.frames().isEmpty()) {
            return "";
        }
        StackFrame last = judged.frames().getLast();
        return last.file() + " in " + last.function();
    }

    private static Traceback telling(Traceback group, ProjectPaths paths) {
        for (Traceback member : group.members()) {
            if (member.frames().stream().anyMatch(paths::owns)) {
                return member;
            }
        }
        return group.members().getFirst();
    }

    // A framework that wraps what the project raised shows the project's frames only in the wrapped exception.
    private static @Nullable StackFrame place(Failure failure, ProjectPaths paths) {
        StackFrame innermost = paths.innermost(frames(failure, paths));
        if (innermost == null || paths.owns(innermost)) {
            return innermost;
        }
        List<Traceback> before = failure.chain().subList(0, failure.chain().size() - 1).reversed();
        return before.stream().map(link -> paths.innermost(link.frames())).filter(Objects::nonNull).filter(paths::owns).findFirst().orElse(innermost);
    }

    private Diagnosis diagnose(Failure failure, Verdict verdict, ProjectPaths paths) {
        Category category = verdict.category;
        String subject = subject(verdict, paths);
        StackFrame place = place(failure, paths);
        String file = place == null || place.file() == null ? null : paths.shown(place.file());
        String function = place == null || place.function().isEmpty() ? null : place.function();
        String cluster = subject == null ? category.code() : category.code() + ":" + subject;
        cluster = clusters.get().apply(cluster, file == null ? "" : file, function == null ? "" : function).orElse(cluster);
        Traceback reported = failure.reported();
        return new Diagnosis(category.code(), cluster, category.severity(), category.difficulty(), category.hint(), verdict.confidence,
                reported.exceptionType(), shorten(StableText.of(reported.summary(), paths), LONGEST_MESSAGE), subject, file,
                place == null || place.line() == 0 ? null : Integer.valueOf(place.line()), place == null ? null : place.column(), function, "python");
    }

    // Of an exception known by its looks alone, the class itself is all that tells it from others.
    private static @Nullable String subject(Verdict verdict, ProjectPaths paths) {
        Taxonomy.Match match = verdict.match;
        String named = match == null ? null : match.subject();
        boolean guessed = match == null || match.type().indexOf('*') >= 0;
        if (named == null && guessed && !verdict.judged.exceptionType().isEmpty()) {
            named = TypeNames.last(TypeNames.plain(verdict.judged.exceptionType()));
        }
        return named == null ? null : shorten(StableText.of(named, paths), LONGEST_SUBJECT);
    }

    private static String shorten(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
