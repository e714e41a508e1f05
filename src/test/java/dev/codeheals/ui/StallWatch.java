package dev.codeheals.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.proof.ProofTable;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javafx.application.Platform;

/// Measures for how long at most the interface thread did not answer, until it is closed. D6: of a thread that is stuck it tells where.
///
/// By the clock, and by what is of its own making: what it computed, what it waited for, and collections of garbage. The rest is time that
/// other programs had the processor.
public final class StallWatch implements AutoCloseable {
    private static final Duration FELT = Duration.ofMillis(100);
    private static final Duration STUCK = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final int TRIES = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration SHOWN_PAUSE = Duration.ofMillis(400);
    private static final AtomicReference<String> CONTROL = new AtomicReference<>("");
    private static final AtomicInteger WATCHED = new AtomicInteger();
    private static final AtomicInteger SLOW = new AtomicInteger();
    private static final AtomicInteger SLOW_ITSELF = new AtomicInteger();
    private static final AtomicLong SLOWEST = new AtomicLong();
    private static final AtomicLong SLOWEST_ITSELF = new AtomicLong();

    private final AtomicLong longest = new AtomicLong();
    private final AtomicLong longestItself = new AtomicLong();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicReference<String> where = new AtomicReference<>("");
    private final AtomicReference<Thread> interfaceThread = new AtomicReference<>();
    private final AtomicBoolean watching = new AtomicBoolean(true);
    private final CountDownLatch pause = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().daemon().name("stall-watch").start(this::watch);

    private void watch() {
        THREADS.setThreadContentionMonitoringEnabled(true);
        while (watching.get()) {
            long asked = System.nanoTime();
            long spent = spent();
            CountDownLatch answered = new CountDownLatch(1);
            Platform.runLater(() -> {
                interfaceThread.set(Thread.currentThread());
                answered.countDown();
            });
            try {
                int looks = 0;
                int copying = 0;
                while (!answered.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    note(longest, asked);
                    StackTraceElement[] stack = stack();
                    looks++;
                    copying += copiesPixels(stack) ? 1 : 0;
                    where.set(Arrays.stream(stack).limit(30).map(Object::toString).collect(Collectors.joining("\n")));
                }
                note(longest, asked);
                long itself = spent < 0 ? 0 : Math.min(System.nanoTime() - asked, spent() - spent);
                longestItself.accumulateAndGet(looks == 0 ? itself : itself * (looks - copying) / looks, Math::max);
                answers.incrementAndGet();
                pause.await(2, TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private static void note(AtomicLong highest, long asked) {
        highest.accumulateAndGet(System.nanoTime() - asked, Math::max);
    }

    /// Nanoseconds the interface thread has computed and waited so far, and garbage was collected; negative before it is known.
    private long spent() {
        Thread known = interfaceThread.get();
        ThreadInfo seen = known == null ? null : THREADS.getThreadInfo(known.threadId());
        if (known == null || seen == null) {
            return -1;
        }
        long garbage = ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
        long waited = seen.getBlockedTime() + seen.getWaitedTime() + garbage;
        return THREADS.getThreadCpuTime(known.threadId()) + TimeUnit.MILLISECONDS.toNanos(waited);
    }

    private StackTraceElement[] stack() {
        Thread stuck = interfaceThread.get();
        return stuck == null ? new StackTraceElement[0] : stuck.getStackTrace();
    }

    /// The platform of these tests has no graphics card: it copies each frame point by point, which no real platform does.
    private static boolean copiesPixels(StackTraceElement[] stack) {
        return Arrays.stream(stack).anyMatch(frame -> frame.getMethodName().equals("blit"));
    }

    public Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    /// Writes the figures down for one kind of work, and answers what was of its own making; the caller decides what it may be.
    ///
    /// @param amount of that work
    public Duration proves(String promise, long amount) {
        Duration itself = Duration.ofNanos(longestItself.get());
        ProofTable.add(new ProofTable.Row("D6", promise, "longest stall %d ms by the clock, %d of its own making".formatted(longest().toMillis(), itself.toMillis()),
                amount, itself.compareTo(FELT) > 0 ? 1 : 0, control()));
        return itself;
    }

    /// Ends the watch over a whole window; fails if the interface thread was stuck, telling where.
    void endOfWindow() {
        close();
        int windows = WATCHED.incrementAndGet();
        int slow = longest().compareTo(FELT) > 0 ? SLOW.incrementAndGet() : SLOW.get();
        Duration itself = Duration.ofNanos(longestItself.get());
        int slowItself = itself.compareTo(FELT) > 0 ? SLOW_ITSELF.incrementAndGet() : SLOW_ITSELF.get();
        long slowest = SLOWEST.accumulateAndGet(longest().toMillis(), Math::max);
        long slowestItself = SLOWEST_ITSELF.accumulateAndGet(itself.toMillis(), Math::max);
        assertThat(longest()).as("the interface thread did not answer; it was at\n%s", where.get()).isLessThan(STUCK);
        ProofTable.add(new ProofTable.Row("D6", "no test of the window finds it stuck", "%d windows met a pause above 100 ms, the longest, with start and screenshots, of %d ms; of its own making, without the points this platform copies, %d, of %d ms"
                .formatted(slow, slowest, slowItself, slowestItself), windows, 0, control()));
    }

    /// The control: a pause on purpose, as this watch sees it.
    private static String control() {
        if (CONTROL.get().isEmpty()) {
            try (StallWatch watch = new StallWatch()) {
                for (int tries = 0; tries < TRIES && watch.longestItself.get() < SHOWN_PAUSE.toNanos() / 2; tries++) {
                    // Only a thread that has answered once is known, and only what is seen to its end is counted.
                    watch.answered();
                    pause();
                    watch.answered();
                }
                CONTROL.set("a pause of %d ms on the interface thread is seen as %d ms by the clock, %d of its own making".formatted(SHOWN_PAUSE.toMillis(),
                        watch.longest().toMillis(), TimeUnit.NANOSECONDS.toMillis(watch.longestItself.get())));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return CONTROL.get();
    }

    private static void pause() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        Platform.runLater(() -> {
            for (long end = System.nanoTime() + SHOWN_PAUSE.toNanos(); System.nanoTime() < end; ) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
            over.countDown();
        });
        over.await();
    }

    /// Waits until the interface thread has answered this watch twice from now on, or {@link #STUCK} is over.
    private void answered() {
        long wanted = answers.get() + 2;
        for (long end = System.nanoTime() + STUCK.toNanos(); answers.get() < wanted && System.nanoTime() < end; ) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    @Override
    public void close() {
        watching.set(false);
        thread.interrupt();
    }
}
