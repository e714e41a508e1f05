package dev.codeheals.engine.promote;

import java.util.List;
import java.util.Optional;

/// An open folder. Names are single path elements and never followed if they are links. Whoever renames or replaces the folder's
/// parents meanwhile does not change which folder this is.
public interface Folder extends AutoCloseable {

    /// Opens a folder in this one; fails with {@link Errno#ELOOP} or {@link Errno#ENOTDIR} where the name is no real folder.
    Folder child(String name) throws FileFault;

    /// Empty if there is nothing of that name.
    Optional<FileFacts> facts(String name) throws FileFault;

    byte[] read(String name) throws FileFault;

    Metadata metadata(String name) throws FileFault;

    /// Makes a new file with these bytes and this metadata and brings both to the disk. Fails if the name is taken.
    void create(String name, byte[] bytes, Metadata metadata) throws FileFault;

    /// Two files trade names in one step.
    void exchange(String one, String other) throws FileFault;

    /// Gives a file a name that must be free, in one step.
    void rename(String from, String to) throws FileFault;

    /// Moves a file into another folder; over disks as a copy that is on the disk before the original goes.
    void move(String name, Folder to, String newName) throws FileFault;

    void makeFolder(String name) throws FileFault;

    void delete(String name) throws FileFault;

    /// Removes an empty folder.
    void removeFolder(String name) throws FileFault;

    List<String> names() throws FileFault;

    /// Brings the folder's entries to the disk.
    void sync() throws FileFault;

    @Override
    void close();
}
