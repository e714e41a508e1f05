package dev.codeheals.wiring;

import java.nio.file.Path;

/// Makes sure that one process at a time works on a project.
interface ProjectOwnership {

    /// @return gives the project back when closed
    /// @throws ProjectUnusable if another process has it
    Subscription take(Path root);
}
