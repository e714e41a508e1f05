package dev.codeheals.engine.repair;

import java.util.List;
import java.util.stream.Stream;

/// Something that proposes candidates for a failure.
///
/// Candidates come lazily, best first; the caller stops reading when one heals. A source never runs code or writes a file,
/// checks the request's cancellation between candidates, and yields nothing when it has no idea.
public sealed interface PatchSource permits PatchSource.Patterns, PatchSource.Rules, PatchSource.Search, PatchSource.Model {

    Stream<CandidatePatch> candidates(RepairRequest request);

    /// Replays of proven patterns.
    non-sealed interface Patterns extends PatchSource {}

    /// Edits directed by the message, syntax, scopes and runtime facts.
    non-sealed interface Rules extends PatchSource {

        /// What a person can do where no edit of the code would be right.
        default List<Suggestion> suggestions(RepairRequest request) {
            return List.of();
        }
    }

    /// Small typed edits at suspicious places.
    non-sealed interface Search extends PatchSource {

        /// Edits that do less than a fix of this source and are surely wrong: if one of them heals too, the tests hardly speak for the fix.
        default List<CandidatePatch> weakened(ProjectSnapshot project, CandidatePatch fix) {
            return List.of();
        }
    }

    /// A language model's replies. Reading the stream may take a network call for each element.
    non-sealed interface Model extends PatchSource {

        /// Tells what became of a candidate, so that the next element of an open stream can do better.
        default void heard(TriedPatch failed) {}
    }
}
