package dev.codeheals.engine.promote;

import java.nio.file.Path;

/// Opens folders for careful work: the one seam through which promotion touches files.
@FunctionalInterface
public interface FileOperations {

    /// @param folder a real path: absolute, without links
    Folder open(Path folder) throws FileFault;

    /// Native calls on Linux; elsewhere, or where those are missing, what Java itself offers.
    static FileOperations best() {
        // Asked with the first folder and not before: linking the native calls takes a good part of a start.
        return folder -> LibC.usable() ? LinuxFolder.open(folder) : PathFolder.open(folder);
    }
}
