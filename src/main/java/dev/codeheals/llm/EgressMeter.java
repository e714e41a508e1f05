package dev.codeheals.llm;

import java.util.concurrent.atomic.AtomicLong;

/// Counts what left this machine since the start: sockets opened and bytes written to them, as they go on the wire. Thread-safe.
public final class EgressMeter {
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong sockets = new AtomicLong();

    public long bytesSent() {
        return bytes.get();
    }

    public long socketsOpened() {
        return sockets.get();
    }

    void opened() {
        sockets.incrementAndGet();
    }

    void sent(int count) {
        bytes.addAndGet(count);
    }
}
