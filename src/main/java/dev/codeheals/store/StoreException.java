package dev.codeheals.store;

import java.io.Serial;
import java.nio.file.Path;
import java.sql.SQLException;

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

    /// A fault of the store in a folder, told.
    static StoreException of(SQLException fault, Path folder) {
        return new StoreException(Connections.kind(fault), cause(fault, folder), fault);
    }

    /// What is wrong, as a sentence without its full stop.
    static String cause(Exception fault, Path folder) {
        Kind kind = fault instanceof SQLException sql ? Connections.kind(sql) : Kind.UNREACHABLE;
        return switch (kind) {
            case DISK_FULL -> "The disk that holds " + folder + " is full";
            case READ_ONLY -> "The folder " + folder + " cannot be written";
            case BUSY -> "Another program keeps the store in " + folder + " locked";
            case DAMAGED -> "The store in " + folder + " is damaged";
            case UNREACHABLE, FAULTY -> "The store in " + folder + " cannot be used (" + fault.getMessage() + ")";
        };
    }

    public Kind kind() {
        return kind;
    }
}
