package dev.codeheals.bench;

import dev.codeheals.engine.run.Command;
import java.nio.file.Path;
import java.util.Optional;

/// One broken project.
///
/// @param name    the case's folder, relative to the bench folder
/// @param family  the kind of bug; empty if the case does not say
/// @param project the broken files
/// @param command what fails; empty to take what the project suggests
/// @param hidden  the held-back check, if there is one
record BenchCase(String name, String family, Path project, Optional<Command> command, Optional<Hidden> hidden) {

    /// A check the healer never sees.
    ///
    /// @param folder  files laid over the healed project first; may not exist
    /// @param command passes if the heal is really correct; empty for the case's own command
    record Hidden(Path folder, Optional<Command> command) {}
}
