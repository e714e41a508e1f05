package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A file that is looked for in the wrong folder, where the path is put together of parts: the last part is led to where the file lies.
final class ComposedPath implements RepairRule {
    private static final Pattern NO_FILE = Pattern.compile("\\[Errno 2\\] No such file or directory: (['\"])(.*?)\\1");
    private static final int DEPTH = 5;

    @Override
    public String id() {
        return "composed-path";
    }

    @Override
    public Set<String> answers() {
        return Set.of("IO.FILE_NOT_FOUND");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Matcher> missing = fault.says("FileNotFoundError", NO_FILE);
        if (missing.isEmpty()) {
            return List.of();
        }
        Path printed = Path.of(missing.get().group(2).replace('\\', '/'));
        Path name = printed.getFileName();
        List<Path> found = name == null ? List.of() : files(fault.project().root(), name.toString());
        List<CandidatePatch> patches = new ArrayList<>();
        for (Path file : found) {
            for (ModuleInfo module : fault.scene().ownModules()) {
                Tree.of(module.parsed()).all(Expr.Constant.class).stream().filter(c -> c.kind() == Expr.ConstantKind.STRING && !c.value().isEmpty() && printed.endsWith(c.value()))
                        .filter(c -> !c.value().equals(missing.get().group(2)))
                        .forEach(c -> led(fault, module, c, printed, file, found.size()).ifPresent(patches::add));
            }
        }
        return patches;
    }

    private Optional<CandidatePatch> led(Fault fault, ModuleInfo module, Expr.Constant constant, Path printed, Path file, int rivals) {
        Path folder = printed;
        for (int i = 0; i < Path.of(constant.value()).getNameCount() && folder != null; i++) {
            folder = folder.getParent();
        }
        // The program may have run in a copy of the project: the folder is known by its last names.
        Path home = inProject(fault.project().root(), folder == null ? Path.of("") : folder);
        String text = module.parsed().source().text();
        String now = home.relativize(file).toString().replace('\\', '/');
        int at = text.indexOf(constant.value(), constant.start());
        return at < 0 || at > constant.end() ? Optional.empty() : Optional.of(draft(fault, "Look for it in " + file).rated(rivals == 1 ? Tier.A : Tier.B, rivals == 1 ? 0.93 : 0.6)
                .because("A file of that name lies there.").edit(module.path(), new Replacement(at, at + constant.value().length(), now)).done());
    }

    /// The longest end of a folder's path that is a folder of the project too; the project itself for its own name.
    private static Path inProject(Path root, Path folder) {
        for (int i = 0; i < folder.getNameCount(); i++) {
            Path rest = folder.subpath(i, folder.getNameCount());
            if (Files.isDirectory(root.resolve(rest))) {
                return rest;
            }
        }
        return Path.of("");
    }

    private static List<Path> files(Path root, String name) {
        try (Stream<Path> walk = Files.find(root, DEPTH, (path, attributes) -> attributes.isRegularFile() && String.valueOf(path.getFileName()).equalsIgnoreCase(name))) {
            return walk.map(root::relativize).filter(p -> !p.startsWith(".git")).limit(3).toList();
        } catch (IOException _) {
            return List.of();
        }
    }
}
