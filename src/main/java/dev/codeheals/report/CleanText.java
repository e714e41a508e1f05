package dev.codeheals.report;

import dev.codeheals.engine.repair.model.Redaction;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Takes secrets, names and this machine's folders out of what is to be read elsewhere. Not thread-safe.
final class CleanText {
    private static final String PART = "[^\\\\/\\s\"'`<>|:*?,;(){}\\[\\]=]";
    private static final String ROOTS = "home|Users|root|tmp|var|opt|usr|etc|srv|mnt|media|private|Volumes|run|proc|data|workspace|builds|app|code|work"
            + "|Library|Applications|nix|snap|github|bin|lib|lib64|sbin|sys|boot";
    private static final Pattern UNIX = Pattern.compile("(?<![\\w.~/\\\\:-])/(?:" + ROOTS + ")/(?:" + PART + "+/)*(" + PART + "*)");
    private static final Pattern WINDOWS = Pattern.compile("(?<![\\w])[A-Za-z]:[\\\\/]{1,2}(?:" + PART + "+[\\\\/]{1,2})*(" + PART + "*)");
    private static final Pattern PERSONAL = Pattern.compile("(?<![\\w.~/\\\\:-])(?:[A-Za-z]:)?[\\\\/]{1,2}(?:home|Users|root|tmp|private|Volumes|mnt"
            + "|var[\\\\/]folders)[\\\\/]{1,2}(?:" + PART + "+[\\\\/]{1,2})*(" + PART + "*)");
    private static final Pattern PLACEHOLDER = Pattern.compile("CODEHEALS_(SECRET|USER|PATH)_[0-9a-f]{6}_[0-9]{1,5}");
    private static final int REMEMBERED = 20_000;

    private final Redaction redaction;
    private final String root;
    private final Map<String, String> seen = new HashMap<>();

    CleanText(Redaction redaction, String root) {
        this.redaction = redaction;
        this.root = root;
    }

    /// Text that is read only: messages, commands, reasons.
    String of(String text) {
        if (text.isBlank()) {
            return text;
        }
        if (seen.size() > REMEMBERED) {
            seen.clear();
        }
        return seen.computeIfAbsent(text, t -> hidden(shortened(t)));
    }

    /// Code: a path that the program itself names, such as {@code /etc/hosts}, stays; folders of people and of this project do not.
    String ofCode(String code) {
        return code.isBlank() ? code : seen.computeIfAbsent(code, c -> hidden(PERSONAL.matcher(inProject(c)).replaceAll("…/$1")));
    }

    private String shortened(String text) {
        String unix = text.indexOf('/') < 0 ? text : UNIX.matcher(inProject(text)).replaceAll("…/$1");
        return unix.indexOf(':') < 0 ? unix : WINDOWS.matcher(unix).replaceAll("…/$1");
    }

    private String inProject(String text) {
        return root.length() < 2 ? text : text.replace(root + "/", "").replace(root + "\\", "").replace(root, ".");
    }

    private String hidden(String text) {
        return PLACEHOLDER.matcher(redaction.mask(text)).replaceAll(m -> switch (m.group(1)) {
            case "SECRET" -> "[secret]";
            case "USER" -> "[user]";
            default -> ".";
        });
    }
}
