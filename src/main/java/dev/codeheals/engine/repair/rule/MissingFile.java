package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Insertion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    public List<CandidatePatch> propose(Fault fault) {
        List<CandidatePatch> patches = new ArrayList<>();
        Optional<Matcher> missing = fault.says("FileNotFoundError", NO_FILE);
        missing.ifPresent(m -> elsewhere(fault, m.group(2), patches));
        boolean codec = (fault.exceptionType().equals("UnicodeDecodeError") || fault.exceptionType().equals("UnicodeEncodeError"))
                && fault.says(CODEC).isPresent() && !fault.message().startsWith("'utf");
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

    private void encoded(Fault fault, List<CandidatePatch> patches) {
        for (Expr.Call call : fault.expressions(Expr.Call.class)) {
            String name = call.function() instanceof Expr.Name n ? n.id() : call.function() instanceof Expr.Attribute a ? a.attr() : "";
            boolean opens = List.of("open", "read_text", "write_text").contains(name);
            if (opens && call.keywords().stream().noneMatch(k -> "encoding".equals(k.name()))) {
                String separator = call.args().isEmpty() && call.keywords().isEmpty() ? "" : ", ";
                patches.add(draft(fault, "Name the encoding").rated(Tier.A, 0.9).because("The machine's own encoding cannot hold this text.")
                        .insert(call.end() - 1, separator + "encoding=" + Quotes.of(fault) + "utf-8" + Quotes.of(fault)).done());
            }
        }
    }
}
