package dev.codeheals.engine.promote;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.util.Locale;

/// A file operation that failed, with its reason as a value.
public final class FileFault extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Errno errno;
    private final String operation;

    /// @param operation as in "keep the owner and group of", with the name to follow
    public FileFault(Errno errno, String operation, String name) {
        super(operation + " " + name + ": " + errno.meaning());
        this.errno = errno;
        this.operation = operation;
    }

    /// The same fault told of another name.
    FileFault about(String name) {
        FileFault told = new FileFault(errno, operation, name);
        told.initCause(this);
        return told;
    }

    public Errno errno() {
        return errno;
    }

    /// Reads Java's own exceptions, which tell most reasons by class and the rest only by the system's English text.
    static FileFault of(IOException fault, String operation, String name) {
        Errno errno = switch (fault) {
            case FileFault known -> known.errno();
            case NoSuchFileException _ -> Errno.ENOENT;
            case FileAlreadyExistsException _ -> Errno.EEXIST;
            case AccessDeniedException _ -> Errno.EACCES;
            case DirectoryNotEmptyException _ -> Errno.ENOTEMPTY;
            case NotDirectoryException _ -> Errno.ENOTDIR;
            case FileSystemLoopException _ -> Errno.ELOOP;
            case NotLinkException _ -> Errno.EINVAL;
            default -> byText(String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT));
        };
        FileFault typed = new FileFault(errno, operation, name);
        typed.initCause(fault);
        return typed;
    }

    private static Errno byText(String message) {
        if (message.contains("no space left") || message.contains("not enough space")) {
            return Errno.ENOSPC;
        }
        if (message.contains("quota")) {
            return Errno.EDQUOT;
        }
        if (message.contains("read-only file system")) {
            return Errno.EROFS;
        }
        if (message.contains("too many levels of symbolic links")) {
            return Errno.ELOOP;
        }
        return message.contains("too many open files") ? Errno.EMFILE : message.contains("input/output error") ? Errno.EIO : Errno.OTHER;
    }
}
