package dev.codeheals.ui.task;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Runs slow things off the interface thread and brings results back to it.
///
/// @param background where jobs run
/// @param foreground where results arrive; the interface thread
/// @param failed     gets, on the foreground, what a job without its own reaction threw
public record Work(Executor background, Executor foreground, Consumer<Throwable> failed) {

    /// Runs a job; {@code done} gets its result.
    public <T> void run(Callable<T> job, Consumer<? super T> done) {
        run(job, done, failed);
    }

    /// Runs a job; exactly one of {@code done} and {@code broken} is called, on the foreground.
    public <T> void run(Callable<T> job, Consumer<? super T> done, Consumer<Throwable> broken) {
        background.execute(() -> attempt(job, done, broken));
    }

    /// Does something on the foreground soon.
    public void later(Runnable action) {
        foreground.execute(action);
    }

    private <T> void attempt(Callable<T> job, Consumer<? super T> done, Consumer<Throwable> broken) {
        T result;
        try {
            result = job.call();
        } catch (Exception e) {
            foreground.execute(() -> broken.accept(e));
            return;
        }
        foreground.execute(() -> done.accept(result));
    }
}
