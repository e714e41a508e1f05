package dev.codeheals.llm;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import dev.codeheals.engine.repair.model.KeyPlace;
import java.util.Optional;
import java.util.concurrent.FutureTask;

/// The key ring of the operating system: macOS keychain, Windows credential manager, Secret Service on Linux.
///
/// Where there is none (a server, a container), every question is answered with nothing.
public final class SystemKeyRing implements KeyPlace {
    private static final String SERVICE = "codeheals";

    @FunctionalInterface
    private interface Use<T> {
        T apply(Keyring ring) throws PasswordAccessException;
    }

    @Override
    public String title() {
        return "the system's key ring";
    }

    @Override
    public Optional<String> find(String name) {
        return with(ring -> ring.getPassword(SERVICE, name));
    }

    @Override
    public boolean keep(String name, String key) {
        return with(ring -> {
            ring.setPassword(SERVICE, name, key);
            return key.equals(ring.getPassword(SERVICE, name));
        }).orElse(false);
    }

    @Override
    public void forget(String name) {
        with(ring -> {
            ring.deletePassword(SERVICE, name);
            return name;
        });
    }

    /// A key ring may be absent, locked or without the entry, and its native library may not load; all of it means "not here".
    private static <T> Optional<T> with(Use<T> use) {
        try {
            Keyring ring = Keyring.create();
            try {
                return Optional.ofNullable(use.apply(ring));
            } finally {
                // Its connection has a thread that would keep the program alive; what goes wrong at the end changes no answer.
                new FutureTask<>(() -> {
                    ring.close();
                    return use;
                }).run();
            }
        } catch (BackendNotSupportedException | PasswordAccessException | LinkageError _) {
            return Optional.empty();
        }
    }
}
