package dev.codeheals.engine.repair.model;

import java.util.Locale;
import java.util.Set;

/// Tells names that hold secrets from names that do not.
final class SecretNames {
    /// What a name promises of its value.
    enum Promise {
        NOTHING,
        /// "key": a secret if the value looks like one.
        PERHAPS,
        /// "token", "api_key": a secret unless the value is a plain word.
        LIKELY,
        /// "password": a secret whatever it looks like.
        SURELY
    }

    private static final Set<String> SURE = Set.of("password", "passwd", "pwd", "passphrase", "passcode", "secret", "userpass", "dbpass", "mypass");
    private static final Set<String> LIKELY = Set.of("pass", "pw", "token", "apikey", "accesskey", "secretkey", "privatekey", "credential", "cred", "auth",
            "authorization", "bearer", "jwt", "dsn", "salt", "pin", "otp", "cookie", "signature", "webhook", "sessionid", "sid", "csrf", "pat",
            "authtoken", "nonce", "hmac");
    private static final Set<String> KEY_OF = Set.of("api", "access", "private", "secret", "signing", "signature", "encryption", "auth", "master",
            "service", "account", "client", "license", "ssh", "storage", "shared", "app", "deploy", "write", "ingest", "host", "fernet", "aes",
            "hmac", "admin", "root", "crypto", "cipher", "session", "jwt", "webhook", "integration", "project", "publishable", "subscription");
    private static final Set<String> PERHAPS = Set.of("key", "id", "hash", "code", "seed", "uri", "url", "connection", "conn");

    private SecretNames() {}

    /// Whether a variable, key or parameter of this name is expected to hold a secret.
    static boolean soundsSecret(String name) {
        Promise promise = promise(name);
        return promise == Promise.SURELY || promise == Promise.LIKELY;
    }

    static Promise promise(String name) {
        Promise promise = Promise.NOTHING;
        String previous = "";
        for (String word : name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
            String singular = word.length() > 4 && word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
            Promise of = of(singular, previous);
            promise = of.compareTo(promise) > 0 ? of : promise;
            previous = singular;
        }
        return promise;
    }

    private static Promise of(String word, String previous) {
        if (SURE.contains(word)) {
            return Promise.SURELY;
        }
        boolean keyOf = word.equals("key") && KEY_OF.contains(previous);
        if (LIKELY.contains(word) || keyOf || word.endsWith("password") || word.endsWith("token") || word.endsWith("apikey")) {
            return Promise.LIKELY;
        }
        return PERHAPS.contains(word) ? Promise.PERHAPS : Promise.NOTHING;
    }
}
