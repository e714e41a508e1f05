package dev.codeheals.engine.repair.model;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds long runs that look drawn at random, and runs that hide a secret in another encoding.
final class RandomTokens {
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9_+/=%\\-]{16,8000}");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32,}|[0-9A-F]{32,}");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern PERCENT = Pattern.compile("[A-Za-z0-9._~!*'()+&=%\\-]{8,4000}");

    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}|\\+");
    private static final Pattern NUMBER = Pattern.compile("[0-9_]+(?:[eE][+-]?[0-9]+)?|0[xX][0-9a-fA-F_]+");
    private static final Pattern ALL_HEX = Pattern.compile("[0-9a-fA-F]+");
    private static final Pattern WHOLE_PATH = Pattern.compile("[A-Za-z]+(?:/[A-Za-z0-9_.-]+)+");

    private RandomTokens() {}

    /// @param literals where to look: an identifier of the code is no secret
    static List<Span> find(String text, Literals literals) {
        List<Span> found = new ArrayList<>();
        Matcher run = RUN.matcher(text);
        while (run.find()) {
            Span bare = trimmed(text, run.start(), run.end());
            String value = text.substring(bare.start(), bare.end());
            if (bare.start() < bare.end() && literals.hold(bare.start())
                    && (hides(value) || (!NUMBER.matcher(value).matches() && !UUID.matcher(value).matches() && isRandom(value)))) {
                found.add(bare);
            }
        }
        Matcher percent = PERCENT.matcher(text);
        while (percent.find()) {
            if (ESCAPE.matcher(percent.group()).find() && hidesSecret(unescaped(percent.group()))) {
                found.add(new Span(percent.start(), percent.end(), "SECRET"));
            }
        }
        return found;
    }

    private static Span trimmed(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && "-=/_+%".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "-/_+%".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return new Span(start, end, "SECRET");
    }

    private static boolean isRandom(String value) {
        int assigned = value.indexOf('=');
        String core = assigned > 0 && assigned < value.length() - 2 ? value.substring(assigned + 1) : value;
        return (HEX.matcher(core).matches() && SecretLooks.entropy(core) > 2.8)
                || (core.length() >= 20 && !looksLikePath(core) && SecretLooks.random(core));
    }

    private static boolean looksLikePath(String value) {
        return WHOLE_PATH.matcher(value).matches() && Arrays.stream(value.split("/", -1)).allMatch(part -> part.length() < 40 && !SecretLooks.random(part))
                && SecretLooks.wordiness(value.substring(0, value.indexOf('/'))) > 0.6;
    }

    /// Whether what the run decodes to is a secret.
    private static boolean hides(String value) {
        return base64(value).filter(RandomTokens::hidesSecret).isPresent() || hex(value).filter(RandomTokens::hidesSecret).isPresent();
    }

    private static boolean hidesSecret(String decoded) {
        return !SecretRules.find(decoded).isEmpty() || !PemBlocks.find(decoded).isEmpty()
                || !NamedSecrets.find(decoded, Literals.everywhere(decoded)).isEmpty();
    }

    private static Optional<String> base64(String value) {
        String core = value.replace('-', '+').replace('_', '/').replaceAll("=+$", "");
        if (core.length() % 4 == 1 || core.indexOf('=') >= 0 || core.indexOf('%') >= 0) {
            return Optional.empty();
        }
        return printable(Base64.getDecoder().decode(core));
    }

    private static Optional<String> hex(String value) {
        return value.length() % 2 == 0 && ALL_HEX.matcher(value).matches() ? printable(HexFormat.of().parseHex(value)) : Optional.empty();
    }

    private static Optional<String> printable(byte[] bytes) {
        for (byte b : bytes) {
            if ((b < ' ' && b != '\n' && b != '\r' && b != '\t') || b == 0x7F) {
                return Optional.empty();
            }
        }
        return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }

    private static String unescaped(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
