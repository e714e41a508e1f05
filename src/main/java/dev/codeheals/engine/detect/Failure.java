package dev.codeheals.engine.detect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One failure found in output.
///
/// @param kind    the shape of the report it came from
/// @param chain   root cause first, the reported exception last; never empty
/// @param testId  the failing test as its runner names it ({@code tests/test_a.py::test_b}, {@code test_b (test_a.T.test_b)}); null outside tests
/// @param offset  byte offset of the report in the scanned input
/// @param excerpt the report's own text, at most 16 KiB, for showing to a person
public record Failure(Kind kind, List<Traceback> chain, @Nullable String testId, long offset, String excerpt) {
    public enum Kind { TRACEBACK, SYNTAX, PYTEST, UNITTEST, DOCTEST, NOTEBOOK, CRASH, WARNING, MESSAGE }

    public Failure {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("A failure needs an exception.");
        }
    }

    /// The exception that ended the run or test.
    public Traceback reported() {
        return chain.getLast();
    }

    public Traceback rootCause() {
        return chain.getFirst();
    }
}
