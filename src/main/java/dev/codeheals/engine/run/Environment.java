package dev.codeheals.engine.run;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The variables a run gets: an allow-list of the host's, never its secrets.
final class Environment {
    private static final List<String> ALLOWED = List.of("LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "TZ",
            "PYTHONPATH", "PYTHONIOENCODING", "PYTHONUTF8", "PYTHONWARNINGS", "PYTHONHASHSEED", "PYTHONOPTIMIZE", "PYTHONDEVMODE",
            "PYTHONUNBUFFERED", "DJANGO_SETTINGS_MODULE", "FLASK_APP", "SYSTEMROOT", "COMSPEC", "PATHEXT", "NUMBER_OF_PROCESSORS");
    private static final List<String> SYSTEM_PATH = List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

    private Environment() {}

    /// The variables for a run of {@code program} with {@code home} as its home and temp folder.
    static Map<String, String> of(Map<String, String> host, Path program, String home, String temp, Map<String, String> extra) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String name : ALLOWED) {
            String value = host.get(name);
            if (value != null) {
                variables.put(name, value);
            }
        }
        // Modules installed for the user are found through the home folder, which a run does not get.
        String ownHome = host.get("HOME");
        if (ownHome != null) {
            variables.put("PYTHONUSERBASE", host.getOrDefault("PYTHONUSERBASE", ownHome + "/.local"));
        }
        variables.put("PATH", path(host, program));
        variables.put("HOME", home);
        variables.put("TMPDIR", temp);
        if (File.separatorChar == '\\') {
            variables.put("USERPROFILE", home);
            variables.put("TEMP", temp);
            variables.put("TMP", temp);
        }
        variables.put("PYTHONDONTWRITEBYTECODE", "1");
        variables.put("PYTHONFAULTHANDLER", "1");
        variables.putAll(extra);
        return variables;
    }

    private static String path(Map<String, String> host, Path program) {
        Set<String> folders = new LinkedHashSet<>();
        Path parent = program.getParent();
        if (parent != null && parent.isAbsolute()) {
            folders.add(parent.toString());
        }
        if (File.separatorChar == '/') {
            folders.addAll(SYSTEM_PATH);
        } else {
            folders.addAll(List.of(host.getOrDefault("PATH", "").split(File.pathSeparator, -1)));
        }
        return String.join(File.pathSeparator, folders);
    }
}
