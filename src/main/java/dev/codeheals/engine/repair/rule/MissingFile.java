package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Insertion;
import dev.codeheals.engine.source.Names;
import dev.codeheals.engine.source.Node;
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

/// A file that lies elsewhere in the project, and text read in an encoding it does not have.
final class MissingFile implements RepairRule {
    private static final Pattern NO_FILE = Pattern.compile("\\[Errno 2\\] No such file or directory: (['\"])(.*?)\\1");
    private static final Pattern CODEC = Pattern.compile("'(?:charmap|ascii|utf-8|cp1252|utf8)' codec can't (?:decode|encode).*");
    private static final int DEPTH = 5;

    @Override
    public String id() {
        return "missing-file";
    }

    @Override
    public Set<String> answers() {
        return Set.of("IO.FILE_NOT_FOUND", "LOC.UNICODE_DECODE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        List<CandidatePatch> patches = new ArrayList<>();
        Optional<Matcher> missing = fault.says("FileNotFoundError", NO_FILE);
        missing.ifPresent(m -> elsewhere(fault, m.group(2), patches));
        missing.ifPresent(m -> misspelt(fault, m.group(2), patches));
        boolean codec = (fault.exceptionType().equals("UnicodeDecodeError") || fault.exceptionType().equals("UnicodeEncodeError"))
                && fault.says(CODEC).isPresent();
        if (codec) {
            encoded(fault, patches);
        }
        return patches;
    }

    private void elsewhere(Fault fault, String printed, List<CandidatePatch> patches) {
        String name = Path.of(printed).getFileName() == null ? printed : String.valueOf(Path.of(printed).getFileName());
        List<String> found = sameName(fault.project().root(), name);
        for (Expr.Constant constant : fault.expressions(Expr.Constant.class)) {
            if (constant.kind() != Expr.ConstantKind.STRING || !constant.value().equals(printed)) {
                continue;
            }
            for (String path : found) {
                patches.add(draft(fault, "Open " + path).rated(Tier.B, found.size() == 1 ? 0.75 : 0.5).because("A file of that name lies there.")
                        .replace(constant, Quotes.of(fault) + path + Quotes.of(fault)).done());
                beside(fault, constant, path, patches);
            }
        }
    }

    /// A folder or file of the path that is called a little otherwise where it lies.
    private void misspelt(Fault fault, String printed, List<CandidatePatch> patches) {
        Path path = fault.project().root().resolve(relative(fault, printed)).normalize();
        Path folder = path.getParent();
        while (folder != null && !Files.exists(folder)) {
            path = folder;
            folder = path.getParent();
        }
        if (folder == null || !folder.startsWith(fault.project().root())) {
            return;
        }
        String wrong = String.valueOf(path.getFileName());
        List<Names.Match> near = Names.rank(wrong, entries(folder));
        Node within = fault.parsed().module();
        for (int i = 0; i < Math.min(2, near.size()); i++) {
            String right = near.get(i).name();
            double prior = near.size() == 1 || near.get(0).score() - near.get(1).score() > 0.1 ? 0.95 - 0.3 * i : 0.7 - 0.1 * i;
            Tree.walk(within).filter(n -> n instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.STRING && List.of(c.value().split("[/\\\\]", -1)).contains(wrong))
                    .limit(2).forEach(n -> patches.add(draft(fault, "Look in " + right + ", not " + wrong).rated(Tier.A, prior)
                            .because("There is no `" + wrong + "` there; `" + right + "` is the nearest.").replace(n, fault.text(n).replace(wrong, right)).done()));
        }
    }

    /// A run may have happened in a copy of the project: what counts is the path from the folder the program lies in.
    private static String relative(Fault fault, String printed) {
        Path path = Path.of(printed.replace('\\', '/'));
        if (!path.isAbsolute()) {
            return path.toString();
        }
        for (int i = 0; i < path.getNameCount(); i++) {
            Path rest = path.subpath(i, path.getNameCount());
            Path first = rest.getName(0);
            if (rest.getNameCount() > 1 && Files.isDirectory(fault.project().root().resolve(first))) {
                return rest.toString();
            }
        }
        Path folder = path.getParent();
        Path above = folder == null ? null : folder.getParent();
        if (folder != null && above != null && Files.exists(above) && !Files.exists(folder)) {
            return above.relativize(path).toString();
        }
        return String.valueOf(path.getFileName());
    }

    private static List<String> entries(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(p -> String.valueOf(p.getFileName())).filter(n -> !n.startsWith(".")).limit(200).toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /// A path from the script's own folder works from wherever the program is started.
    private void beside(Fault fault, Expr.Constant constant, String path, List<CandidatePatch> patches) {
        Path home = Path.of(fault.file()).getParent();
        Path relative = (home == null ? Path.of("") : home).relativize(Path.of(path));
        Optional<Insertion> place = fault.scene().importPlace(fault.module()).importFrom("pathlib", "Path", null);
        boolean imported = fault.scopes().module().binds("Path");
        Draft draft = draft(fault, "Open " + path + " beside the program").rated(Tier.B, 0.7).because("The path then does not depend on the working folder.")
                .replace(constant, "Path(__file__).parent / " + Quotes.of(fault) + relative.toString().replace('\\', '/') + Quotes.of(fault));
        if (imported) {
            patches.add(draft.done());
        } else {
            place.ifPresent(p -> patches.add(draft.insert(p.offset(), p.text()).done()));
        }
    }

    private static List<String> sameName(Path root, String name) {
        try (Stream<Path> walk = Files.find(root, DEPTH, (path, attributes) -> attributes.isRegularFile() && path.endsWith(name))) {
            return walk.map(p -> root.relativize(p).toString().replace('\\', '/')).filter(p -> !p.contains("node_modules") && !p.startsWith(".")).limit(3).toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private List<CandidatePatch> otherEncoding(Fault fault, Expr named) {
        boolean utf = fault.message().startsWith("'utf");
        List<CandidatePatch> patches = new ArrayList<>();
        String now = named instanceof Expr.Constant c ? c.value() : "";
        for (String encoding : now.equals("utf-8") != utf ? List.<String>of() : utf ? List.of("latin-1", "cp1252") : List.of("utf-8")) {
            patches.add(draft(fault, "Read it as " + encoding).rated(utf ? Tier.B : Tier.A, utf ? 0.6 : 0.96).because("The text has signs the named encoding does not hold.")
                    .replace(named, Quotes.literal(fault, encoding)).done());
        }
        return patches;
    }

    private void encoded(Fault fault, List<CandidatePatch> patches) {
        Node within = fault.function().<Node>map(f -> f).orElse(fault.parsed().module());
        for (Node node : Tree.walk(within).toList()) {
            if (!(node instanceof Expr.Call call) || fault.source().lineOf(call.start()) > fault.line()) {
                continue;
            }
            String name = call.function() instanceof Expr.Name n ? n.id() : call.function() instanceof Expr.Attribute a ? a.attr() : "";
            boolean opens = List.of("open", "read_text", "write_text").contains(name);
            call.keywords().stream().filter(k -> "encoding".equals(k.name()) && k.value() instanceof Expr.Constant).forEach(k -> patches.addAll(otherEncoding(fault, k.value())));
            if (fault.message().startsWith("'utf")) {
                continue;
            }
            if (opens && call.keywords().stream().noneMatch(k -> "encoding".equals(k.name()))) {
                String separator = call.args().isEmpty() && call.keywords().isEmpty() ? "" : ", ";
                patches.add(draft(fault, "Name the encoding").rated(Tier.A, 0.9).because("The machine's own encoding cannot hold this text.")
                        .insert(call.end() - 1, separator + "encoding=" + Quotes.of(fault) + "utf-8" + Quotes.of(fault)).done());
            }
        }
    }
}
