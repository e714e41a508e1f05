package dev.codeheals.engine.verify;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.verify.VerificationSession.Screened;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Tries candidates ahead of the reader and hands the results out in the order of the candidates.
final class Screening implements Iterator<Screened>, AutoCloseable {
    private final Iterator<CandidatePatch> candidates;
    private final Function<CandidatePatch, Screened> trial;
    private final int ahead;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Future<Screened>> running = new ArrayDeque<>();
    private boolean costly;

    /// @param ahead how many candidates may be under way at once
    Screening(Iterator<CandidatePatch> candidates, Function<CandidatePatch, Screened> trial, int ahead) {
        this.candidates = candidates;
        this.trial = trial;
        this.ahead = ahead;
    }

    @Override
    public boolean hasNext() {
        fill();
        return !running.isEmpty();
    }

    @Override
    public Screened next() {
        fill();
        Future<Screened> first = running.poll();
        if (first == null) {
            throw new NoSuchElementException();
        }
        try {
            return first.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /// A model's candidates cost a call each, so the next is asked for only once the one before has been tried.
    private void fill() {
        while (running.size() < (costly ? 1 : ahead) && candidates.hasNext()) {
            CandidatePatch candidate = candidates.next();
            costly = candidate.source().startsWith("model:");
            running.add(workers.submit(() -> trial.apply(candidate)));
        }
    }

    /// Stops what is under way and waits for it.
    @Override
    public void close() {
        running.forEach(future -> future.cancel(true));
        workers.shutdownNow();
        workers.close();
    }
}
