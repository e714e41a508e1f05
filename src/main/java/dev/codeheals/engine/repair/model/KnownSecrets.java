package dev.codeheals.engine.repair.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Values that are secret because of where they come from, whatever they look like.
///
/// @param values     keys from the key ring and the values of secret-sounding environment variables
/// @param userNames  login names and the names of home folders on this machine
public record KnownSecrets(Set<String> values, Set<String> userNames) {
    public static final KnownSecrets NONE = new KnownSecrets(Set.of(), Set.of());

    public KnownSecrets {
        values = Set.copyOf(values);
        userNames = Set.copyOf(userNames);
    }

    /// Picks what is secret from an environment and adds stored keys.
    public static KnownSecrets of(Map<String, String> environment, Set<String> storedKeys, Set<String> userNames) {
        Set<String> values = new TreeSet<>(storedKeys);
        environment.forEach((name, value) -> {
            if (SecretNames.soundsSecret(name)) {
                values.add(value);
            }
        });
        return new KnownSecrets(values, userNames);
    }
}
