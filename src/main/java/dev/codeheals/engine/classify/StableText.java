package dev.codeheals.engine.classify;

import java.util.regex.Pattern;

/// Takes out of a message what differs from run to run or machine to machine.
final class StableText {
    private static final Pattern ADDRESS = Pattern.compile("\\b0x[0-9A-Fa-f]{5,16}\\b");
    private static final Pattern TIME = Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d[.,]\\d{3,9}\\b");
    private static final Pattern UUID = Pattern.compile("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");
    private static final Pattern HOME = Pattern.compile(
            "(?:/home/[^/\\s'\"]{1,80}|/Users/[^/\\s'\"]{1,80}|/root|[A-Za-z]:\\\\{1,2}Users\\\\{1,2}[^\\\\\\s'\"]{1,80})(?=[/\\\\])");
    private static final Pattern TEMP = Pattern.compile(
            "(?:/private)?(?:/tmp|/var/tmp|/var/folders/[^/\\s'\"]{1,40}/[^/\\s'\"]{1,60}/T)/(?:[^/\\s'\"]{1,200}/)*|[A-Za-z]:\\\\{1,2}[^\\s'\"]{0,200}\\\\{1,2}Temp\\\\{1,2}(?:[^\\\\\\s'\"]{1,200}\\\\{1,2})*");
    private static final Pattern RANDOM_NAME = Pattern.compile("\\btmp[a-z0-9_]{8}\\b");

    private StableText() {}

    static String of(String text, ProjectPaths paths) {
        String stable = text;
        for (String root : paths.roots()) {
            stable = stable.replace(root + "/", "").replace(root, "<project>");
            String windows = root.replace('/', '\\');
            if (!windows.equals(root)) {
                stable = stable.replace(windows + "\\", "").replace(windows, "<project>");
            }
        }
        stable = TEMP.matcher(stable).replaceAll("<path>/");
        stable = HOME.matcher(stable).replaceAll("<path>");
        stable = RANDOM_NAME.matcher(stable).replaceAll("<name>");
        stable = ADDRESS.matcher(stable).replaceAll("<address>");
        stable = UUID.matcher(stable).replaceAll("<id>");
        return TIME.matcher(stable).replaceAll("<time>");
    }
}
