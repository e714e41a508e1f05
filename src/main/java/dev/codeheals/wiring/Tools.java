package dev.codeheals.wiring;

import dev.codeheals.engine.run.Interpreter;
import dev.codeheals.engine.run.Interpreters;
import dev.codeheals.engine.run.Sandbox;
import dev.codeheals.engine.run.SandboxProbe;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What this machine offers: interpreters and isolation, each looked for once.
final class Tools {
    private final Interpreters interpreters;
    private final SandboxProbe probe;
    private final Consumer<String> notices;
    private SandboxProbe.@Nullable Found found;

    Tools(Interpreters interpreters, SandboxProbe probe, Consumer<String> notices) {
        this.interpreters = interpreters;
        this.probe = probe;
        this.notices = notices;
    }

    Interpreters interpreters() {
        return interpreters;
    }

    /// Why heals cannot run with that interpreter; empty if they can.
    Optional<String> complaint(Optional<Interpreter> python) {
        return Interpreters.complaint(python);
    }

    Sandbox sandbox() {
        return sandboxFound().sandbox();
    }

    synchronized SandboxProbe.Found sandboxFound() {
        SandboxProbe.Found known = found;
        if (known == null) {
            known = probe.best();
            found = known;
        }
        return known;
    }

    void notice(String sentence) {
        notices.accept(sentence);
    }
}
