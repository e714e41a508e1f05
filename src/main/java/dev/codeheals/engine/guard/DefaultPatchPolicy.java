package dev.codeheals.engine.guard;

import dev.codeheals.engine.guard.GuardDecision.Accepted;
import dev.codeheals.engine.guard.GuardDecision.Concern;
import dev.codeheals.engine.guard.GuardDecision.Refusal;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.EncodedText;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.StandardModules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rules every candidate passes before anything runs: where it writes, what kind of file, how much, and what it newly can do.
/// Thread-safe; quick for many candidates on the same files.
public final class DefaultPatchPolicy implements PatchPolicy {
    private final GuardSettings settings;
    private final Inspections inspections = new Inspections();

    public DefaultPatchPolicy(GuardSettings settings) {
        this.settings = settings;
    }

    @Override
    public GuardDecision check(CandidatePatch patch, ProjectSnapshot project) {
        Optional<Refusal> problem = size(patch);
        try {
            Path root = project.root().toRealPath();
            for (FileEdit edit : patch.edits()) {
                problem = problem.isPresent() ? problem : place(edit, new DiskRules(root), root);
            }
        } catch (IOException | InvalidPathException e) {
            return new Refusal("unreadable", "A file of the fix cannot be looked at: " + PathRules.show(String.valueOf(e.getMessage())));
        }
        problem = problem.or(() -> twins(patch));
        return problem.isPresent() ? problem.get() : content(patch, project);
    }

    // A link to a test is a test.
    private static String behindLinks(FileEdit edit, ProjectSnapshot project) {
        try {
            return new DiskRules(project.root().toRealPath()).resolved(edit.file());
        } catch (IOException | InvalidPathException _) {
            return edit.file();
        }
    }

    private Optional<Refusal> size(CandidatePatch patch) {
        if (patch.edits().size() > settings.maxFiles()) {
            return PathRules.refuse("too-many-files", "The fix changes " + patch.edits().size() + " files; " + settings.maxFiles() + " are allowed.");
        }
        long bytes = patch.edits().stream().flatMap(e -> e.replacements().stream()).mapToLong(r -> r.text().length()).sum();
        return bytes > settings.maxBytes() ? PathRules.refuse("too-large", "The fix writes more than " + settings.maxBytes() + " bytes.")
                : Optional.empty();
    }

    private Optional<Refusal> place(FileEdit edit, DiskRules disk, Path root) throws IOException {
        Optional<Refusal> problem = PathRules.check(edit.file(), edit.creates());
        if (problem.isEmpty()) {
            problem = disk.check(edit.file(), edit.creates());
        }
        if (problem.isPresent()) {
            // What a protected path is matters more to the reader than that it is not there.
            Optional<Refusal> byName = PathRules.check(edit.file(), edit.creates()).isPresent() ? problem : named(edit, edit.file(), root);
            return byName.isPresent() ? byName : problem;
        }
        String resolved = disk.resolved(edit.file());
        problem = named(edit, edit.file(), root);
        return problem.isEmpty() && !resolved.equals(edit.file()) ? named(edit, resolved, root) : problem;
    }

    private Optional<Refusal> named(FileEdit edit, String path, Path root) throws IOException {
        boolean script = !edit.creates() && pythonScript(root.resolve(path));
        Optional<Refusal> problem = ProtectedFiles.check(path, edit.creates(), script, settings);
        return problem.isEmpty() && edit.creates() ? shadows(path, root) : problem;
    }

    private static boolean pythonScript(Path file) throws IOException {
        if (file.getFileName().toString().contains(".") || !Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(80), StandardCharsets.ISO_8859_1);
            return start.startsWith("#!") && start.lines().findFirst().orElse("").contains("python");
        }
    }

    // A module in a folder that is no package can stand on the import path, before the library's own.
    private static Optional<Refusal> shadows(String path, Path root) {
        List<String> parts = PathRules.parts(path);
        Path folder = root;
        for (String part : parts) {
            String module = PathRules.fold(part).replaceAll("\\.pyi?$", "");
            boolean importable = !module.equals("__main__") && !Files.exists(folder.resolve("__init__.py"));
            folder = folder.resolve(part);
            if (importable && StandardModules.contains(module) && !Files.exists(folder)) {
                return PathRules.refuse("shadows-library", PathRules.show(path) + " would hide the standard library's module " + module + ".");
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> twins(CandidatePatch patch) {
        Set<String> seen = new HashSet<>();
        for (FileEdit edit : patch.edits()) {
            String folded = String.join("/", PathRules.parts(edit.file()).stream().map(PathRules::fold).toList());
            if (!seen.add(folded)) {
                return PathRules.refuse("twin-name", "The fix changes two files that some systems take for one: " + PathRules.show(edit.file()));
            }
        }
        return Optional.empty();
    }

    private GuardDecision content(CandidatePatch patch, ProjectSnapshot project) {
        Optional<List<FileChange>> changes = project.changes(patch);
        if (changes.isEmpty()) {
            return new Refusal("does-not-apply", "The fix does not fit the file, or the file is not text this program can write back unchanged.");
        }
        List<Concern> concerns = new ArrayList<>();
        for (FileEdit edit : patch.edits()) {
            FileChange change = changes.get().stream().filter(c -> c.file().equals(edit.file())).findFirst().orElseThrow();
            SourceFile before = edit.creates() ? SourceFile.of(edit.file(), "") : project.file(edit.file()).orElseThrow();
            String after = edit.applyTo(before.text());
            Optional<Refusal> problem = text(edit, change, after).or(() -> tests(edit, behindLinks(edit, project), before, after));
            if (problem.isPresent()) {
                return problem.get();
            }
            concerns.addAll(concerns(edit, before, after, project));
        }
        return new Accepted(concerns.stream().distinct().toList());
    }

    private static Optional<Refusal> text(FileEdit edit, FileChange change, String after) {
        for (Replacement r : edit.replacements()) {
            if (r.text().indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(r.text())) {
                return PathRules.refuse("bad-text", "The fix writes characters that no source file can hold.");
            }
        }
        boolean readsAsShown = EncodedText.decode(change.after()).filter(again -> again.text().equals(after)).isPresent();
        if (!readsAsShown) {
            return PathRules.refuse("encoding-change", "With the fix Python would read " + PathRules.show(edit.file()) + " in another encoding.");
        }
        return Optional.empty();
    }

    private Optional<Refusal> tests(FileEdit edit, String path, SourceFile before, String after) {
        boolean emptyPackageMark = edit.file().endsWith("__init__.py") && after.isBlank() && edit.creates();
        if (settings.allowTests() || emptyPackageMark) {
            return Optional.empty();
        }
        boolean test = ProtectedFiles.testFile(path, before.text())
                || (!edit.creates() && TestRegions.touched(inspections.of(before).parsed(), edit));
        return test ? PathRules.refuse("test-locked", PathRules.show(edit.file()) + " holds tests; allow changes to those first.") : Optional.empty();
    }

    // A folder of the project becomes a package; a package nobody had may hide a library of that name.
    private static boolean marksPackage(FileEdit edit, ProjectSnapshot project) {
        int slash = edit.file().lastIndexOf('/');
        return edit.file().endsWith("/__init__.py") && Files.isDirectory(project.root().resolve(edit.file().substring(0, slash)));
    }

    private List<Concern> concerns(FileEdit edit, SourceFile before, String after, ProjectSnapshot project) {
        List<Concern> concerns = new ArrayList<>();
        if (edit.creates() && !(after.isBlank() && marksPackage(edit, project))) {
            concerns.add(new Concern("new-file", "The fix makes a new file, " + edit.file() + "."));
        }
        if (ProtectedFiles.plainText(edit.file())) {
            concerns.add(new Concern("not-python", "The fix changes " + edit.file() + ", which is not Python."));
        }
        Inspection inspection = edit.creates() ? new Inspection(before) : inspections.of(before);
        concerns.addAll(inspection.concerns(edit, after, module -> inspections.known(project, module)));
        return concerns;
    }
}
