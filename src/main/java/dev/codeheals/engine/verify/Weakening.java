package dev.codeheals.engine.verify;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.source.EncodedText;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.PythonParser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds candidates that make a run pass by making it say less: silenced exceptions, early exits, stubs in the place of imports,
/// weaker tests, tricks played on the test runner.
///
/// Only what a candidate adds or takes away counts, never what the project has already.
final class Weakening {
    private Weakening() {}

    /// A file before and after, parsed.
    ///
    /// @param target what should be healed
    record Change(String file, Parsed before, Parsed after, Diagnosis target) {
        boolean isTest() {
            String name = file.substring(file.lastIndexOf('/') + 1);
            return name.startsWith("test_") || name.endsWith("_test.py") || name.equals("conftest.py") || name.equals("tests.py")
                    || file.startsWith("tests/") || file.startsWith("test/") || file.contains("/tests/") || file.contains("/test/");
        }
    }

    /// Why the candidate is not to be believed, in one sentence; empty where nothing is wrong with it.
    static Optional<String> of(List<FileChange> changes, Diagnosis target) {
        return changes.stream().filter(change -> change.file().endsWith(".py")).flatMap(change -> parsed(change, target).stream())
                .flatMap(change -> Stream.of(Silence.objection(change), EarlyEnd.objection(change), Stubs.objection(change),
                        WeakerTest.objection(change), RunnerTricks.objection(change)))
                .flatMap(Optional::stream).findFirst();
    }

    private static Optional<Change> parsed(FileChange change, Diagnosis target) {
        byte[] old = change.before();
        Optional<String> before = old == null ? Optional.of("") : EncodedText.decode(old).map(EncodedText::text);
        Optional<String> after = EncodedText.decode(change.after()).map(EncodedText::text);
        return before.flatMap(b -> after.map(a -> new Change(change.file(), PythonParser.parse(change.file(), b),
                PythonParser.parse(change.file(), a), target)));
    }
}
