package dev.codeheals.engine.repair.model;

import java.util.Locale;
import java.util.Set;

/// Tells names that hold secrets from names that do not.
final class SecretNames {
    private static final Set<String> WORDS = Set.of("password", "passwd", "pwd", "pass", "passphrase", "secret", "token", "apikey", "credential",
            "credentials", "auth", "authorization", "bearer", "jwt", "dsn", "salt", "pin", "otp", "cookie", "signature", "webhook");
    private static final Set<String> KEY_OF = Set.of("api", "access", "private", "secret", "signing", "encryption", "auth", "master", "service",
            "account", "client", "license", "ssh", "storage", "shared", "app", "deploy");

    private SecretNames() {}

    /// Whether a variable, key or parameter of this name is expected to hold a secret.
    static boolean soundsSecret(String name) {
        String previous = "";
        for (String word : words(name)) {
            if (WORDS.contains(word) || (word.equals("key") && KEY_OF.contains(previous))) {
                return true;
            }
            previous = word;
        }
        return false;
    }

    private static String[] words(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT).split("[^a-z0-9]+");
    }
}
