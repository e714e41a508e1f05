package dev.codeheals.engine.guard;

import dev.codeheals.engine.guard.GuardDecision.Refusal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a path may look like, whatever is on the disk. Every platform's tricks are refused on every platform: projects travel.
final class PathRules {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_PATH = 1024;
    private static final Pattern SCHEME_OR_DRIVE = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern ENCODED = Pattern.compile("%(2e|2f|5c|00|25|c0|e0)", Pattern.CASE_INSENSITIVE);
    private static final String NOT_ON_WINDOWS = "<>:\"|?*";
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "conin$", "conout$", "clock$", "com0", "com1", "com2", "com3",
            "com4", "com5", "com6", "com7", "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");
    private static final Pattern NEW_NAME = Pattern.compile("[\\p{L}\\p{Nd}_][\\p{L}\\p{Nd}_.-]*");

    private PathRules() {}

    static Optional<Refusal> check(String path, boolean creates) {
        String folded = Normalizer.normalize(path, Normalizer.Form.NFKC);
        Optional<Refusal> problem = whole(path, folded);
        if (problem.isPresent()) {
            return problem;
        }
        List<String> parts = parts(path);
        for (String part : parts) {
            Optional<Refusal> wrong = part(path, part);
            if (wrong.isPresent()) {
                return wrong;
            }
            if (creates && !NEW_NAME.matcher(part).matches()) {
                return refuse("bad-name", show(path) + " is no name for a new file of a Python project.");
            }
        }
        return Optional.empty();
    }

    static List<String> parts(String path) {
        return Arrays.asList(path.split("/", -1));
    }

    /// A name as the most forgiving file system would read it: case, width, invisible characters, trailing dots and blanks make no difference.
    static String fold(String name) {
        StringBuilder visible = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKC).codePoints().filter(c -> !InvisibleText.invisible(c)).forEach(visible::appendCodePoint);
        String lower = visible.toString().toLowerCase(Locale.ROOT);
        int stream = lower.indexOf(':');
        return (stream > 0 ? lower.substring(0, stream) : lower).replaceAll("[. ]+$", "");
    }

    private static Optional<Refusal> whole(String path, String folded) {
        if (path.isBlank()) {
            return refuse("bad-name", "The fix names no file.");
        }
        if (folded.startsWith("/") || folded.startsWith("\\") || folded.startsWith("~") || SCHEME_OR_DRIVE.matcher(folded).matches()) {
            return refuse("absolute-path", show(path) + " is no path inside the project.");
        }
        boolean separators = path.indexOf('\\') >= 0 || parts(folded).size() != parts(path).size();
        if (separators || ENCODED.matcher(path).find() || parts(folded).stream().anyMatch(PathRules::climbs)) {
            return refuse("path-escape", show(path) + " leads out of the project.");
        }
        if (path.length() > LONGEST_PATH) {
            return refuse("bad-name", "The path of a file is too long.");
        }
        return path.codePoints().anyMatch(PathRules::unwanted) ? refuse("bad-name", show(path) + " has invisible or forbidden characters.")
                : Optional.empty();
    }

    // Two dots hidden among blanks, invisible characters or look-alikes still climb on some system.
    private static boolean climbs(String part) {
        StringBuilder visible = new StringBuilder();
        part.codePoints().filter(c -> !InvisibleText.invisible(c) && !Character.isWhitespace(c)).forEach(visible::appendCodePoint);
        return !visible.isEmpty() && visible.chars().allMatch(c -> c == '.');
    }

    private static boolean unwanted(int c) {
        return NOT_ON_WINDOWS.indexOf(c) >= 0 || c == '\uFFFD' || c == '`' || c == '$' || InvisibleText.invisible(c)
                || switch (Character.getType(c)) {
                    case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                         Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
                    default -> c != ' ' && Character.isSpaceChar(c);
                };
    }

    private static Optional<Refusal> part(String path, String part) {
        if (part.isEmpty()) {
            return refuse("bad-name", show(path) + " has an empty part.");
        }
        if (part.endsWith(".") || part.endsWith(" ") || part.startsWith(" ") || part.startsWith("-")) {
            return refuse("bad-name", show(path) + " has a part that some systems read as another name.");
        }
        if (part.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            return refuse("bad-name", "A name in the path is longer than file systems allow.");
        }
        String stem = fold(part);
        int dot = stem.indexOf('.');
        if (DEVICES.contains((dot < 0 ? stem : stem.substring(0, dot)).strip())) {
            return refuse("bad-name", show(path) + " is the name of a device on Windows.");
        }
        return part.contains("~") && part.matches(".*~[0-9].*") ? refuse("protected-file", show(path) + " may be the short name of another file.")
                : Optional.empty();
    }

    /// A path for a message: nothing in it can trick the reader.
    static String show(String path) {
        String shown = InvisibleText.reveal(path);
        return shown.length() > 120 ? shown.substring(0, 120) + "…" : shown;
    }

    static Optional<Refusal> refuse(String code, String reason) {
        return Optional.of(new Refusal(code, reason));
    }
}
