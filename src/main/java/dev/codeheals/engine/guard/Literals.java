package dev.codeheals.engine.guard;

import java.util.Optional;
import java.util.regex.Pattern;

/// Texts in code that are more than data: addresses, paths outside the project, encoded blobs, code as text.
final class Literals {
    private static final Pattern ADDRESS = Pattern.compile("(?i)^://|\\b(https?|ftps?|wss?|ssh|sftp|smb|ldap|gopher|tcp|udp|git)://"
            + "|\\b\\d{1,3}(\\.\\d{1,3}){3}(:\\d+)?\\b|\\bwww\\.\\w");
    private static final Pattern OUTSIDE = Pattern.compile("^(~|file:|[A-Za-z]:[\\\\/]|\\\\\\\\)|(^|[\\\\/])\\.\\.([\\\\/]|$)"
            + "|^/(etc|home|root|usr|var|tmp|proc|sys|dev|opt|s?bin|lib(64)?|boot|mnt|media|srv|run|private|Users|Library|Applications|System"
            + "|Volumes|Windows)(/|$)|(^|/)\\.(ssh|aws|gnupg|netrc|env|git|config|bashrc|profile|kube|docker|npmrc|pypirc)(/|$|\\b)");
    private static final Pattern CODE = Pattern.compile("__import__|__builtins__|\\bos\\.(system|popen|exec|environ)|\\bsubprocess\\b|\\b(eval|exec)\\(|"
            + "\\bimport\\s+(os|sys|subprocess|socket|shutil|ctypes)\\b");
    private static final Pattern SHELL = Pattern.compile("\\b(curl|wget|nc|bash|sh|powershell|cmd(\\.exe)?|rm|chmod|sudo)\\s+-|\\|\\s*(ba)?sh\\b");
    private static final Pattern SQL = Pattern.compile("(?i)\\b(drop|truncate)\\s+(table|database|schema|index|view)\\b|\\bdelete\\s+from\\b|\\battach\\s+(database\\b|\\?|')");
    private static final Pattern TEST_RUNNER = Pattern.compile("(?i)^_?(pytest|unittest|nose2?)(\\b|$)|PYTEST_CURRENT_TEST|^_?tests?[_/]|[_/]tests?$|\\bconftest\\b");
    private static final Pattern WORKINGS = Pattern.compile("__(class|globals|builtins|subclasses|bases|mro|code|dict|getattribute|reduce|loader)__|\\{\\w*[.\\[][^}]*__\\w+__");
    private static final Pattern BLOB = Pattern.compile("[A-Za-z0-9+/=_-]{60,}");
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}){24,}");
    private static final Pattern ESCAPES = Pattern.compile("(\\\\(x[0-9a-fA-F]{2}|[0-7]{3}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\\{)){5}");
    private static final int LONGEST_LINE_OF_TEXT = 2000;

    private Literals() {}

    /// What a text lends to the code that holds it.
    ///
    /// @param source as it is written, with its escapes
    static Optional<Capability> lends(String value, String source) {
        if (value.length() > LONGEST_LINE_OF_TEXT && value.indexOf(' ') < 0) {
            return Optional.of(Capability.ENCODED);
        }
        if (ESCAPES.matcher(source).find() || HEX.matcher(value).matches() || blob(value)) {
            return Optional.of(Capability.ENCODED);
        }
        if (CODE.matcher(value).find()) {
            return Optional.of(Capability.CODE);
        }
        if (WORKINGS.matcher(value).find()) {
            return Optional.of(Capability.REFLECTION);
        }
        if (SQL.matcher(value).find()) {
            return Optional.of(Capability.FILES);
        }
        if (TEST_RUNNER.matcher(value).find()) {
            return Optional.of(Capability.REFLECTION);
        }
        if (SHELL.matcher(value).find()) {
            return Optional.of(Capability.PROCESS);
        }
        if (ADDRESS.matcher(value).find()) {
            return Optional.of(Capability.NETWORK);
        }
        return pathOutside(value) ? Optional.of(Capability.FILES) : Optional.empty();
    }

    static boolean pathOutside(String value) {
        return OUTSIDE.matcher(value).find();
    }

    // Words run together are no blob: it takes capitals, small letters and digits mixed.
    private static boolean blob(String value) {
        return BLOB.matcher(value).find() && value.chars().anyMatch(Character::isUpperCase) && value.chars().anyMatch(Character::isLowerCase)
                && value.chars().anyMatch(Character::isDigit);
    }
}
