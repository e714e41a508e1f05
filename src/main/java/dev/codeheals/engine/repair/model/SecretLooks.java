package dev.codeheals.engine.repair.model;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Judges a value by its looks: random, a word, or a stand-in for a value.
final class SecretLooks {
    private static final Set<String> STAND_INS = Set.of("none", "null", "nil", "true", "false", "yes", "no", "on", "off", "undefined", "string", "str",
            "bytes", "int", "bool", "any", "object", "password", "passwd", "secret", "token", "key", "apikey", "api_key", "username", "user",
            "changeme", "change_me", "example", "test", "required", "optional", "invalid", "missing", "empty", "default", "unknown", "hidden",
            "redacted", "masked", "removed", "value", "your_password", "admin", "root", "localhost", "self", "dummy", "basic", "bearer", "digest",
            "negotiate", "oauth", "oauth2", "incorrect", "expired", "denied", "getpass", "prompt", "anonymous", "guest", "utf-8", "ascii");
    private static final Pattern TEMPLATE = Pattern.compile("[{<\\[(]?\\$?\\{?[A-Za-z_. -]{0,60}[}>\\])]|%\\(?\\w{0,40}\\)?[sdr]|\\$\\{?\\w{1,60}\\}?|[*xX.•\\-_#]{3,80}|\\.\\.\\.");
    private static final Pattern YOUR = Pattern.compile("(?i)(?:your|my|the|some|insert|enter|put)[-_ ].{1,60}|.{0,40}(?:here|goes)$|<.{1,60}>|.{0,20}(?:redacted|masked).{0,20}");

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z]{1,12}://[^@]{0,300}|/.{0,200}|[\\w-]{1,60}(?:\\.[A-Za-z_][\\w-]{0,60}){1,8}");
    private static final Pattern ALGORITHM = Pattern.compile("(?i)(?:sha|md|hs|rs|es|ps|aes|hmac|oauth|utf|iso|tls|ssl|v|pbkdf|scrypt|argon|p)[-_]?[0-9a-z]{0,4}(?:[-_][0-9a-z]{1,8}){0,3}");
    private static final String NEIGHBOURS = "abcdgiklmnprstuy baceilosu cacehiklortu dadeilorsu eabcdefgilmnopqrstvwxy faefiloru gehinrs haeiot iabcdefglmnoprstvz keis ladeilostuy maeimopsu"
            + " nacdefginostuv obcdgklmnoprstuvw paeiloprstuy qu racdegilmnoprstuy sacehilopstuy tacdefhilmoprstuy uabceilmnprst vaei waei xpt ypst ze";
    private static final BitSet USUAL = usualPairs();

    private SecretLooks() {}

    /// Whether the text only stands for a value: {@code None}, {@code ${TOKEN}}, {@code your-key-here}.
    static boolean standsIn(String value) {
        String bare = value.strip();
        return bare.isEmpty() || STAND_INS.contains(bare.toLowerCase(Locale.ROOT)) || TEMPLATE.matcher(bare).matches() || YOUR.matcher(bare).matches()
                || bare.startsWith(Redaction.MARK);
    }

    /// How much the text reads like words: the share of neighbouring letters that are usual neighbours in English and in code.
    ///
    /// Half of the identifiers of Python's library score 1, a hundredth less than 0.5; of random strings of 20 letters and digits a
    /// hundredth scores more than 0.53.
    static double wordiness(String value) {
        int pairs = 0;
        int usual = 0;
        for (int i = 1; i < value.length(); i++) {
            char a = value.charAt(i - 1);
            char b = value.charAt(i);
            boolean counts = Character.isLetterOrDigit(a) && Character.isLetterOrDigit(b) && !(Character.isLowerCase(a) && Character.isUpperCase(b));
            pairs += counts ? 1 : 0;
            usual += counts && (b == a + 1 || USUAL.get(pair(a, b))) ? 1 : 0;
        }
        return pairs == 0 ? 1 : usual / (double) pairs;
    }

    private static int pair(char a, char b) {
        int first = Character.toLowerCase(a) - 'a';
        int second = Character.toLowerCase(b) - 'a';
        return first < 0 || first > 25 || second < 0 || second > 25 ? 26 * 26 : first * 26 + second;
    }

    private static BitSet usualPairs() {
        BitSet usual = new BitSet(26 * 26 + 1);
        for (String group : NEIGHBOURS.split(" ", -1)) {
            for (int i = 1; i < group.length(); i++) {
                usual.set(pair(group.charAt(0), group.charAt(i)));
            }
        }
        return usual;
    }

    /// Whether a long run of letters and digits was drawn at random rather than written.
    static boolean random(String value) {
        if (value.length() < 20 || entropy(value) < 3.0) {
            return false;
        }
        Counts counts = Counts.of(value);
        if (counts.letters() == 0 || counts.digits() == value.length()) {
            return false;
        }
        boolean mixed = counts.upper() * 5 >= counts.letters() && counts.lower() * 5 >= counts.letters();
        return (counts.digits() * 12 >= value.length() || mixed) && wordiness(value) < 0.62;
    }

    /// Whether a value behind a name like "token" is a secret rather than a word, an identifier or an address.
    static boolean secretLike(String value) {
        if (value.length() < 6 || value.chars().anyMatch(Character::isWhitespace) || ADDRESS.matcher(value).matches() || ALGORITHM.matcher(value).matches()) {
            return false;
        }
        Counts counts = Counts.of(value);
        if (value.length() < 12) {
            return counts.digits() >= 2 && counts.letters() >= 2 && wordiness(value) < 0.6;
        }
        boolean mixture = counts.digits() > 0 && counts.letters() > 0;
        return (mixture && wordiness(value) < 0.8) || (value.length() >= 16 && wordiness(value) < 0.7);
    }

    static double entropy(String value) {
        Map<Integer, Integer> counts = new HashMap<>();
        value.chars().forEach(c -> counts.merge(c, 1, Integer::sum));
        double entropy = 0;
        for (int count : counts.values()) {
            double share = count / (double) value.length();
            entropy -= share * Math.log(share) / Math.log(2);
        }
        return entropy;
    }

    private record Counts(int upper, int lower, int digits) {
        static Counts of(String value) {
            int upper = 0;
            int lower = 0;
            int digits = 0;
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                upper += c >= 'A' && c <= 'Z' ? 1 : 0;
                lower += c >= 'a' && c <= 'z' ? 1 : 0;
                digits += c >= '0' && c <= '9' ? 1 : 0;
            }
            return new Counts(upper, lower, digits);
        }

        int letters() {
            return upper + lower;
        }
    }
}
