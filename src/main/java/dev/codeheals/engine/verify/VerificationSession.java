package dev.codeheals.engine.verify;

import dev.codeheals.engine.classify.ProjectPaths;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.localize.RuntimeFacts;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.run.Isolation;
import java.util.Optional;
import java.util.stream.Stream;

/// One heal's private copies of the project and the processes that try candidates on them.
///
/// The user's folder is only read. Closing kills every process and releases the copies.
public interface VerificationSession extends AutoCloseable {

    /// The command's run on the unchanged copy (or on the base adopted last); run once and remembered.
    Baseline baseline();

    /// The project as the copies have it now.
    ProjectSnapshot project();

    /// The folders under which the project's files appear in output: its own and its copies'.
    ProjectPaths paths();

    Isolation isolation();

    /// One instrumented run of the failing command; {@link RuntimeFacts#NONE} where it could not be made. Remembered.
    RuntimeFacts facts();

    /// Tries candidates in parallel against the diagnosed failure; results come in the order of the candidates, so the first good
    /// one wins by rank. Reading stops the rest: close the stream.
    Stream<Screened> screen(Stream<CandidatePatch> candidates, SealedDiagnosis target);

    /// Runs the user's exact command cold with the candidate, repeats it, runs what else can be run.
    Verdict confirm(CandidatePatch candidate, SealedDiagnosis target);

    /// Makes a candidate part of the base for the next ones (several bugs, one after the other).
    void adopt(CandidatePatch candidate);

    /// Takes the candidate adopted last out of the base again.
    ///
    /// @throws java.util.NoSuchElementException if none is adopted
    void stepBack();

    @Override
    void close();

    /// A candidate and what its screening showed.
    ///
    /// @param verdict empty where the candidate could not be built on these files
    record Screened(CandidatePatch candidate, Optional<Verdict> verdict) {}
}
