package dev.codeheals.engine.verify;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.run.Cancellation;
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
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/// Tries candidates ahead of the reader and hands the results out in the order of the candidates.
final class Screening implements Iterator<Screened>, AutoCloseable {
    private static final long GRACE_MS = 250;

    private final Iterator<CandidatePatch> candidates;
    private final BiFunction<CandidatePatch, Cancellation, Screened> trial;
    private final int ahead;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Future<Screened>> running = new ArrayDeque<>();
    private final Cancellation stop = new Cancellation();
    private final Cancellation.Registration outer;
    private boolean costly;

    /// @param ahead how many candidates may be under way at once
    Screening(Iterator<CandidatePatch> candidates, BiFunction<CandidatePatch, Cancellation, Screened> trial, int ahead, Cancellation outer) {
        this.candidates = candidates;
        this.trial = trial;
        this.ahead = ahead;
        this.outer = outer.onCancel(stop::cancel);
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
            Screened screened = first.get();
            stop.throwIfCancelled();
            return screened;
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
            running.add(workers.submit(() -> trial.apply(candidate, stop)));
        }
    }

    /// Ends what is under way. Short runs get the time to end by themselves: killing one costs its warm interpreter.
    @Override
    public void close() {
        workers.shutdown();
        try {
            if (!stop.isCancelled() && !workers.awaitTermination(GRACE_MS, TimeUnit.MILLISECONDS)) {
                stop.cancel();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stop.cancel();
        }
        outer.close();
        workers.close();
    }
}
