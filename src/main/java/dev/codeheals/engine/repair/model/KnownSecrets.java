package dev.codeheals.engine.repair.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Values that are secret because of where they come from, whatever they look like.
///
/// @param values     keys from the key ring and the values of secret-sounding environment variables
/// @param userNames  login names and the names of home folders on this machine
public record KnownSecrets(Set<String> values, Set<String> userNames) {
    public static final KnownSecrets NONE = new KnownSecrets(Set.of(), Set.of());
    private static final Pattern URL_PASSWORD = Pattern.compile("://[^\\s:/@]{0,100}:([^\\s@]{3,200})@");

    public KnownSecrets {
        values = Set.copyOf(values);
        userNames = Set.copyOf(userNames);
    }

    /// Picks what is secret from an environment and adds stored keys.
    public static KnownSecrets of(Map<String, String> environment, Set<String> storedKeys, Set<String> userNames) {
        Set<String> values = new TreeSet<>(storedKeys);
        values.addAll(secret(environment));
        return new KnownSecrets(values, userNames);
    }

    /// The values that are secret by their name or their looks.
    static Set<String> secret(Map<String, String> variables) {
        Set<String> values = new TreeSet<>();
        variables.forEach((name, value) -> {
            Matcher url = URL_PASSWORD.matcher(value);
            if (url.find()) {
                values.add(url.group(1));
            }
            if (SecretNames.soundsSecret(name) && !value.startsWith("/") && value.length() < 20_000) {
                values.add(value);
            } else if (value.length() >= 8 && value.length() < 20_000 && (SecretLooks.random(value) || !SecretRules.find(value).isEmpty())) {
                values.add(value);
            }
        });
        return values;
    }

    /// These and the values of a project's own {@code .env} files, of which only settings of no interest are left out.
    KnownSecrets with(Map<String, String> dotEnv) {
        Set<String> all = new TreeSet<>(values);
        all.addAll(secret(dotEnv));
        dotEnv.values().stream().filter(KnownSecrets::worthHiding).forEach(all::add);
        return new KnownSecrets(all, userNames);
    }

    /// Not a switch, a number, a single word, a path or an address without a login.
    private static boolean worthHiding(String value) {
        boolean plain = value.matches("[A-Za-z]+|[\\d.,:]+|[~.]{0,2}/[\\w./~-]*|\\w+(?:/[\\w.-]+)+|(?:[a-z+]+://)?[\\w-]+(?:\\.[\\w-]+)+(?::\\d+)?(?:/[\\w./-]*)?"
                + "|[a-z+]+://[\\w-]+(?::\\d+)?(?:/[\\w./-]*)?");
        return value.length() >= 8 && (!plain || (value.matches(".*\\d.*") && SecretLooks.secretLike(value)));
    }
}
