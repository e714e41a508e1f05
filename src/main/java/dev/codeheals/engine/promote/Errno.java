package dev.codeheals.engine.promote;

import java.util.Arrays;

/// The faults of file operations that mean something to a person. Numbers are Linux's, the same on all its platforms we call natively.
public enum Errno {
    EPERM(1, "the operation is not permitted"),
    ENOENT(2, "there is no such file or folder"),
    EINTR(4, "the operation was interrupted"),
    EIO(5, "the disk reported an error"),
    EACCES(13, "access is denied"),
    EEXIST(17, "something of that name is already there"),
    EXDEV(18, "it lies on another disk"),
    ENOTDIR(20, "a part of the path is not a folder"),
    EISDIR(21, "it is a folder"),
    EINVAL(22, "the file system cannot do this"),
    ENFILE(23, "the system has too many open files"),
    EMFILE(24, "the program has too many open files"),
    EFBIG(27, "the file is too large"),
    ENOSPC(28, "the disk is full"),
    EROFS(30, "the disk is read-only"),
    ENAMETOOLONG(36, "the name is too long"),
    ENOSYS(38, "the system cannot do this"),
    ENOTEMPTY(39, "the folder is not empty"),
    ELOOP(40, "a part of the path is a symbolic link"),
    ENODATA(61, "there is no such attribute"),
    EOPNOTSUPP(95, "the file system cannot do this"),
    ESTALE(116, "the network disk lost the file"),
    EDQUOT(122, "the disk quota is used up"),
    OTHER(0, "the operation failed");

    private final int number;
    private final String meaning;

    Errno(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /// Half a sentence for a person.
    public String meaning() {
        return meaning;
    }

    static Errno of(int number) {
        return Arrays.stream(values()).filter(e -> e.number == number).findFirst().orElse(OTHER);
    }

    /// Whether the place cannot be written by this user at all, rather than something having gone wrong.
    boolean forbids() {
        return this == EPERM || this == EACCES || this == EROFS;
    }
}
