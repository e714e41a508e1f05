package dev.codeheals.engine.verify;

import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Stmt;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// The files of a project that runners take for tests.
///
/// @param files their paths, sorted
record TestFiles(ProjectSnapshot project, List<String> files) {
    private static final Pattern NAME = Pattern.compile("(^|/)(test_[^/]*|[^/]*_test)\\.py$");
    private static final Pattern LOUDER_OR_SOONER = Pattern.compile("-[bfqsvx]+");

    static TestFiles of(ProjectSnapshot project) {
        return new TestFiles(project, project.pythonFiles().stream().filter(file -> NAME.matcher(file).find()).sorted().toList());
    }

    /// Whether that run leaves none of their tests out.
    ///
    /// @param reports whether it was seen to report tests
    boolean areAllRunBy(ProgramRun run, boolean reports) {
        List<String> words = run.args().stream().filter(word -> !word.startsWith("-")).toList();
        if (run.runsTests() && words.isEmpty()) {
            return true;
        }
        boolean picks = run.args().stream().anyMatch(word -> word.startsWith("-") && !LOUDER_OR_SOONER.matcher(word).matches());
        return !picks && switch (run.mode()) {
            case "script" -> reports && words.isEmpty() && holdUnittestsOnly() && files.equals(List.of(inProject(run.target())));
            case "unittest" -> holdUnittestsOnly() && words.stream().map(this::fileOf).toList().containsAll(files);
            case "pytest", "pytest-console" -> files.stream().allMatch(file -> words.stream().map(this::inProject).anyMatch(place -> lies(file, place)));
            default -> false;
        };
    }

    /// Whether unittest finds each of them and all their tests, so that the larger runner is not needed.
    boolean areFoundByUnittest() {
        String folder = files.getFirst().contains("/") ? files.getFirst().substring(0, files.getFirst().lastIndexOf('/') + 1) : "";
        boolean together = files.stream().allMatch(file -> file.startsWith(folder + "test") && file.indexOf('/', folder.length()) < 0);
        boolean imported = folder.isEmpty() || (folder.indexOf('/') == folder.length() - 1 && project.file(folder + "__init__.py").isPresent());
        return together && imported && holdUnittestsOnly();
    }

    private boolean holdUnittestsOnly() {
        ModuleIndex modules = new ModuleIndex(project);
        return project.pythonFiles().stream().noneMatch(file -> file.endsWith("conftest.py"))
                && files.stream().allMatch(file -> modules.byPath(file).filter(TestFiles::holdsUnittestsOnly).isPresent());
    }

    private static boolean holdsUnittestsOnly(ModuleInfo module) {
        boolean pytest = module.imports().stream().anyMatch(name -> name.equals("pytest") || name.startsWith("pytest."));
        return !pytest && module.parsed().isValid() && module.parsed().module().body().stream().noneMatch(TestFiles::needsPytest);
    }

    private static boolean needsPytest(Stmt statement) {
        return (statement instanceof Stmt.FunctionDef function && function.name().id().startsWith("test"))
                || (statement instanceof Stmt.ClassDef type && type.bases().isEmpty() && type.name().id().startsWith("Test"));
    }

    private String fileOf(String word) {
        return word.endsWith(".py") ? inProject(word) : word.replace('.', '/') + ".py";
    }

    private String inProject(String written) {
        Path path = project.root().resolve(written).normalize();
        return path.startsWith(project.root()) ? project.root().relativize(path).toString().replace('\\', '/') : written;
    }

    private static boolean lies(String file, String place) {
        return place.isEmpty() || file.equals(place) || file.startsWith(place + "/");
    }
}
