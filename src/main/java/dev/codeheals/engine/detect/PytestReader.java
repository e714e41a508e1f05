package dev.codeheals.engine.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads a pytest session: each failing test becomes one failure, named by the summary where there is one.
final class PytestReader implements ReportReader {
    private static final int MOST_HELD = 256;
    private static final int PATIENCE = 3_000;

    private enum Section { PROGRESS, REPORTS, SUMMARY, OTHER }

    private final Consumer<Failure> found;
    private final long offset;
    private final List<Held> held = new ArrayList<>();
    private final SeenTests reported = new SeenTests();
    private Section section;
    private @Nullable PytestBlock block;
    private int patience = PATIENCE;
    private boolean ended;

    private record Held(String name, Failure failure) {}

    PytestReader(Consumer<Failure> found, long offset, boolean inReport) {
        this.found = found;
        this.offset = offset;
        this.section = inReport ? Section.REPORTS : Section.PROGRESS;
    }

    @Override
    public boolean background() {
        return true;
    }

    @Override
    public Step accept(String line, boolean dedented) {
        if (ended) {
            return Step.OVER;
        }
        String bare = line.stripTrailing();
        String caption = PytestLines.section(bare);
        if (PytestLines.isTotals(bare)) {
            finishBlock();
            ended = true;
            return Step.TAKEN;
        }
        if (caption != null) {
            finishBlock();
            enter(caption);
            return Step.TAKEN;
        }
        if (--patience < 0) {
            return Step.OVER;
        }
        return switch (section) {
            case PROGRESS -> progress(bare);
            case REPORTS -> report(bare);
            case SUMMARY -> summary(bare);
            case OTHER -> Step.TAKEN;
        };
    }

    private void enter(String caption) {
        patience = PATIENCE;
        section = switch (caption) {
            case "FAILURES", "ERRORS" -> Section.REPORTS;
            case "short test summary info" -> Section.SUMMARY;
            case "test session starts" -> Section.PROGRESS;
            default -> Section.OTHER;
        };
    }

    private Step progress(String line) {
        if (line.startsWith("ImportError while loading conftest")) {
            section = Section.REPORTS;
            block = new PytestBlock("");
            return Step.TAKEN;
        }
        return Step.FOREIGN;
    }

    private Step report(String line) {
        String heading = PytestLines.heading(line);
        if (heading != null) {
            finishBlock();
            block = new PytestBlock(heading);
            patience = PATIENCE;
            return Step.TAKEN;
        }
        if (PytestSummary.parse(line) != null) {
            finishBlock();
            return summary(line);
        }
        if (block == null || block.complete(line)) {
            finishBlock();
            return withoutHeading(line);
        }
        if (line.startsWith("!!!!") || line.startsWith("ERROR: ")) {
            finishBlock();
            return Step.TAKEN;
        }
        block.accept(line);
        return Step.TAKEN;
    }

    // The one-line style has no headings; an excerpt may have lost them.
    private Step withoutHeading(String line) {
        if (PytestLines.error(line) != null || PytestLines.location(line) != null || line.startsWith("ImportError while loading conftest")) {
            block = new PytestBlock("");
            block.accept(line);
        }
        return Step.TAKEN;
    }

    private Step summary(String line) {
        PytestSummary entry = PytestSummary.parse(line);
        if (entry == null) {
            return line.isEmpty() || section == Section.SUMMARY ? Step.TAKEN : Step.FOREIGN;
        }
        for (int i = 0; i < held.size(); i++) {
            Held candidate = held.get(i);
            if (entry.names(candidate.name, candidate.failure)) {
                held.remove(i);
                Failure f = candidate.failure;
                emit(new Failure(f.kind(), f.chain(), entry.testId(), f.offset(), f.excerpt()), entry.name());
                return Step.TAKEN;
            }
        }
        if (!reported.contains(entry.name())) {
            reported.add(entry.name());
            found.accept(entry.failure(offset));
        }
        return Step.TAKEN;
    }

    private void finishBlock() {
        if (block != null) {
            hold(block);
            block = null;
        }
    }

    private void hold(PytestBlock finished) {
        List<Traceback> chain = finished.chain();
        if (chain.isEmpty()) {
            return;
        }
        String id = finished.testId();
        held.add(new Held(finished.testName(),
                new Failure(Failure.Kind.PYTEST, chain, id.isEmpty() ? null : id, offset, finished.excerpt.text())));
        if (held.size() > MOST_HELD) {
            Held oldest = held.removeFirst();
            emit(oldest.failure, oldest.name);
        }
    }

    private void emit(Failure failure, String name) {
        reported.add(name);
        found.accept(failure);
    }

    @Override
    public void close(Origin origin, Consumer<Failure> to) {
        finishBlock();
        held.forEach(rest -> emit(rest.failure, rest.name));
        held.clear();
    }
}
