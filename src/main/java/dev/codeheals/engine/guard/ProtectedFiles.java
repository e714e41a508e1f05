package dev.codeheals.engine.guard;

import dev.codeheals.engine.guard.GuardDecision.Refusal;
import dev.codeheals.engine.repair.ProjectSnapshot;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Files no fix changes, and files it changes only if the user allows it, told by their names.
final class ProtectedFiles {
    private static final Set<String> FOLDERS = Set.of("_darcs", "cvs", "virtualenv", "dist-packages", "jenkins", "__pypackages__");
    private static final Set<String> SKIPPED = ProjectSnapshot.SKIPPED.stream().map(PathRules::fold).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> RUN_BY_THEMSELVES = Set.of("sitecustomize", "usercustomize", "_sitebuiltins", "_distutils_hack",
            "pytest", "_pytest", "pluggy", "iniconfig", "nose", "nose2", "coverage", "hypothesis", "pip", "setuptools", "pkg_resources", "encodings");
    private static final Set<String> CONFIG = Set.of("setup.py", "noxfile.py", "dodo.py", "fabfile.py", "toxfile.py", "wscript", "sconstruct",
            "makefile", "gnumakefile", "dockerfile", "containerfile", "jenkinsfile", "procfile", "vagrantfile", "justfile",
            "azure-pipelines.yml", "appveyor.yml", "docker-compose.yml", "compose.yml", "manifest.in", "gunicorn.conf.py",
            "hatch_build.py", "meson.build", "cmakelists.txt", "conanfile.py", "pavement.py", "locustfile.py", "versioneer.py", "ez_setup.py",
            "ipython_config.py", "jupyter_notebook_config.py");
    private static final Set<String> MANUALS = Set.of("doc", "docs", "documentation");
    private static final Pattern DEPENDENCIES = Pattern.compile("(requirements|constraints)([-_.][\\w.-]*)?\\.(txt|in)|[\\w.-]*-?requirements\\.txt"
            + "|pipfile|pipfile\\.lock|(poetry|uv|pdm|conda)[-.]lock(\\.yml)?|.*\\.lock|environment\\.ya?ml|package(-lock)?\\.json");
    private static final Set<String> CONFIG_TYPES = Set.of("toml", "ini", "cfg", "conf", "yaml", "yml", "json", "properties", "xml", "mk");
    private static final Set<String> TEXT_TYPES = Set.of("txt", "md", "rst", "csv", "tsv", "html", "htm", "css", "j2", "jinja", "jinja2", "tmpl",
            "po", "sql", "svg");
    private static final Pattern TEST_NAME = Pattern.compile("test_.*\\.pyi?|.*_tests?\\.pyi?|conftest\\.pyi?|tests\\.py");
    private static final Pattern TESTS = Pattern.compile("\\bassert|def test|class test|\\bunittest\\b|\\bpytest\\b|testcase|>>> ");
    private static final Pattern OFTEN_TESTS = Pattern.compile(".*tests?\\.py|.*_spec\\.py|.*_test_?case\\.py|check_.*\\.py");
    private static final Pattern SURELY_TESTS = Pattern.compile("def test|testcase|\\bimport (unittest|pytest)\\b");
    private static final Pattern RUNS_TESTS = Pattern.compile("run_?tests?\\.py|test_?runner\\.py");
    private static final Pattern TEST_FOLDER = Pattern.compile("tests|test|__tests__|e2e|unittests|testsuite|testing|(unit|integration|functional|acceptance|system|"
            + "regression|smoke|end_to_end)_?tests?|tests?[-_](utils?|helpers?|support|lib|data|cases|suites?|tools|fixtures)");

    private ProtectedFiles() {}

    /// @param pythonScript whether the file is there and its first line names Python
    static Optional<Refusal> check(String path, boolean creates, boolean pythonScript, GuardSettings settings) {
        List<String> parts = PathRules.parts(path).stream().map(PathRules::fold).toList();
        Optional<Refusal> folder = folders(path, parts);
        if (folder.isPresent()) {
            return folder;
        }
        String name = parts.getLast();
        String type = name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
        String module = type.isEmpty() ? name : name.substring(0, name.indexOf('.'));
        if (RUN_BY_THEMSELVES.contains(module) || parts.stream().limit(parts.size() - 1L).anyMatch(RUN_BY_THEMSELVES::contains)) {
            return PathRules.refuse("runs-by-itself", PathRules.show(path) + " would be run by Python or its tools by themselves.");
        }
        if (!settings.allowDependencies() && (DEPENDENCIES.matcher(name).matches() || parts.contains("requirements"))) {
            return PathRules.refuse("dependency-locked", PathRules.show(path) + " lists dependencies; allow changes to those first.");
        }
        boolean config = CONFIG.contains(name) || (name.equals("conf.py") && parts.stream().anyMatch(MANUALS::contains)) || (CONFIG_TYPES.contains(type) && !DEPENDENCIES.matcher(name).matches());
        if (config) {
            return settings.allowConfig() ? Optional.empty()
                    : PathRules.refuse("config-locked", PathRules.show(path) + " configures tools; allow changes to those first.");
        }
        return type(path, type, name, creates, pythonScript, settings);
    }

    private static Optional<Refusal> folders(String path, List<String> parts) {
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            boolean folder = i < parts.size() - 1;
            if (part.startsWith(".") || part.endsWith(".egg-info") || part.endsWith(".dist-info")) {
                return PathRules.refuse("protected-file", PathRules.show(path) + " belongs to a tool, not to the program.");
            }
            if (folder && (FOLDERS.contains(part) || SKIPPED.contains(part))) {
                return PathRules.refuse("protected-file", PathRules.show(path) + " lies in a folder that is not the project's own code.");
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> type(String path, String type, String name, boolean creates, boolean pythonScript, GuardSettings settings) {
        boolean python = type.equals("py") || type.equals("pyi") || pythonScript;
        boolean dependency = settings.allowDependencies() && DEPENDENCIES.matcher(name).matches();
        boolean text = TEXT_TYPES.contains(type) && !creates;
        return python || text || dependency ? Optional.empty()
                : PathRules.refuse("file-type", PathRules.show(path) + " is not a file that fixes may change.");
    }

    /// Whether the name or a folder says that the file holds tests or what they need. A name alone says so only if the text agrees.
    static boolean testFile(String path, String text) {
        List<String> parts = PathRules.parts(path).stream().map(PathRules::fold).toList();
        if (parts.stream().limit(parts.size() - 1L).anyMatch(TEST_FOLDER.asMatchPredicate()) || parts.getLast().startsWith("conftest.")
                || RUNS_TESTS.matcher(parts.getLast()).matches() || (parts.contains("features") && parts.contains("steps"))) {
            return true;
        }
        boolean named = TEST_NAME.matcher(parts.getLast()).matches() || parts.getLast().equals("test.py");
        String lower = text.toLowerCase(Locale.ROOT);
        return (named && (text.isBlank() || TESTS.matcher(lower).find())) || (OFTEN_TESTS.matcher(parts.getLast()).matches() && SURELY_TESTS.matcher(lower).find());
    }

    /// Whether the file is neither Python nor anything the program runs.
    static boolean plainText(String path) {
        String name = PathRules.fold(PathRules.parts(path).getLast());
        return !name.endsWith(".py") && !name.endsWith(".pyi");
    }
}
