package dev.codeheals.engine.detect;

import java.util.function.Consumer;

/// Reads a stack that a program printed for information, which is no failure.
final class StackReader implements ReportReader {
    private boolean begun;

    @Override
    public Step accept(String line, boolean dedented) {
        boolean part = !begun || line.isBlank() || Character.isWhitespace(line.charAt(0)) || FrameLine.parse(line.strip()) != null;
        begun = true;
        return part && !line.contains("Traceback (most") ? Step.TAKEN : Step.OVER;
    }

    @Override
    public void close(Origin origin, Consumer<Failure> found) {
        // Nothing failed, so there is nothing to hand over.
    }
}
