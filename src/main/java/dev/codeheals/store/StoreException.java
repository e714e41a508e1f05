package dev.codeheals.store;

import java.io.Serial;

/// A store operation that did not happen. The message is one sentence for a person.
public final class StoreException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /// What is wrong with the store.
    public enum Kind { DISK_FULL, READ_ONLY, BUSY, DAMAGED, UNREACHABLE, FAULTY }

    private final Kind kind;

    StoreException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    StoreException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
