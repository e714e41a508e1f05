package dev.codeheals.engine.repair.pattern;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.pattern.FileTokens.Span;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.SourceTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Carries out an abstract edit on a project as it is now.
final class TemplateApplier {
    private static final int MOST_PLACES = 3;

    private final SourceTree tree;
    private final Diagnosis diagnosis;
    private final Map<String, String> words;
    private final Predicate<String> importable;
    private final ImportWriter imports;
    private final Map<String, FileTokens> read = new HashMap<>();

    /// @param importable whether a top-level module can be imported where the code runs
    TemplateApplier(SourceTree tree, Diagnosis diagnosis, Predicate<String> importable) {
        this.tree = tree;
        this.diagnosis = diagnosis;
        this.words = DiagnosisWords.of(diagnosis).all();
        this.importable = importable;
        this.imports = new ImportWriter(tree);
    }

    /// One way to carry it out.
    /// @param values what stands for each hole here
    record Application(String description, List<FileEdit> edits, Map<String, String> values) {
        Application {
            values = Map.copyOf(values);
        }
    }

    /// The ways, best first; empty where the template does not fit.
    List<Application> apply(Template template) {
        boolean pinned = template.pins().entrySet().stream().allMatch(pin -> pin.getValue().equals(words.get(pin.getKey())));
        if (!pinned || template.steps().isEmpty()) {
            return List.of();
        }
        List<Draft> drafts = List.of(new Draft(words, new TreeMap<>()));
        for (Step step : template.steps()) {
            List<Draft> longer = new ArrayList<>();
            for (Draft draft : drafts) {
                longer.addAll(extended(draft, step));
            }
            drafts = longer.subList(0, Math.min(MOST_PLACES, longer.size()));
        }
        List<Application> ways = new ArrayList<>();
        for (Draft draft : drafts) {
            draft.edits().ifPresent(edits -> ways.add(new Application(description(template, draft, edits), edits, draft.values)));
        }
        return ways;
    }

    private static String description(Template template, Draft draft, List<FileEdit> edits) {
        Map<String, String> values = new HashMap<>(draft.values);
        values.put(DiagnosisWords.FILE, String.join(", ", edits.stream().map(FileEdit::file).toList()));
        return DiagnosisWords.filled(template.description(), values).orElse("Apply a proven fix");
    }

    private List<Draft> extended(Draft draft, Step step) {
        return switch (step) {
            case Step.AddImport add -> addImport(draft, add).stream().toList();
            case Step.Rename rename -> rename(draft, rename).stream().toList();
            case Step.Create create -> tree.file(create.file()).isPresent() ? List.of() : List.of(draft.creating(create));
            case Step.Rewrite rewrite -> rewrite(draft, rewrite);
        };
    }

    private Optional<Draft> addImport(Draft draft, Step.AddImport add) {
        Optional<String> module = DiagnosisWords.filled(add.module(), draft.values);
        Optional<SourceFile> file = failingFile();
        if (module.isEmpty() || file.isEmpty() || !known(module.get())) {
            return Optional.empty();
        }
        String name = add.name() == null ? null : DiagnosisWords.filled(add.name(), draft.values).orElse(null);
        String alias = add.alias() == null ? null : DiagnosisWords.filled(add.alias(), draft.values).orElse(null);
        if ((add.name() != null && name == null) || (add.alias() != null && alias == null)) {
            return Optional.empty();
        }
        return imports.add(file.get(), new Imports.Binding(module.get(), name, alias)).map(r -> draft.with(file.get().path(), r));
    }

    private boolean known(String module) {
        return module.startsWith(".") || importable.test(module.contains(".") ? module.substring(0, module.indexOf('.')) : module);
    }

    private Optional<Draft> rename(Draft draft, Step.Rename rename) {
        Optional<String> from = DiagnosisWords.filled(rename.from(), draft.values);
        Optional<String> to = DiagnosisWords.filled(rename.to(), draft.values);
        Optional<FileTokens> file = failingFile().map(this::tokens);
        if (from.isEmpty() || to.isEmpty() || file.isEmpty()) {
            return Optional.empty();
        }
        Span line = failingLine(file.get());
        if (line.isEmpty()) {
            return Optional.empty();
        }
        int start = file.get().at(line.from()).start();
        int end = file.get().at(line.to() - 1).end();
        List<Replacement> all = Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(from.get()) + "(?![\\p{L}\\p{N}_])")
                .matcher(file.get().source().text().substring(start, end)).results()
                .map(r -> new Replacement(start + r.start(), start + r.end(), to.get())).toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(draft.with(file.get().source().path(), all.toArray(Replacement[]::new)));
    }

    private List<Draft> rewrite(Draft draft, Step.Rewrite rewrite) {
        Optional<FileTokens> found = (rewrite.file().isEmpty() ? failingFile() : tree.file(rewrite.file())).map(this::tokens);
        if (found.isEmpty()) {
            return List.of();
        }
        FileTokens file = found.get();
        TokenMatcher matcher = new TokenMatcher(file, draft.values);
        List<TokenMatcher.Match> places = switch (rewrite.anchor()) {
            case FAILING -> matcher.find(rewrite, failingLine(file), MOST_PLACES);
            case NEAREST -> nearest(file, matcher.find(rewrite, new Span(0, file.size() + 1), 50));
        };
        List<Draft> drafts = new ArrayList<>();
        RewriteWriter writer = new RewriteWriter(file);
        for (TokenMatcher.Match place : places) {
            for (Map<String, String> values : nearValues(rewrite, file, place)) {
                writer.write(rewrite, place, values).ifPresent(r -> drafts.add(draft.with(file.source().path(), r).knowing(place.values()).knowing(values)));
            }
        }
        return drafts;
    }

    private List<TokenMatcher.Match> nearest(FileTokens file, List<TokenMatcher.Match> places) {
        Integer line = diagnosis.line();
        int target = line == null ? 0 : line;
        return places.stream().sorted(Comparator.comparingInt(m -> Math.abs(file.lineOf(m.from()) - target))).limit(MOST_PLACES).toList();
    }

    /// Values for the hole that means "the name most like the subject"; one empty map where there is no such hole.
    private static List<Map<String, String>> nearValues(Step.Rewrite rewrite, FileTokens file, TokenMatcher.Match place) {
        Optional<Atom.Hole> near = rewrite.with().stream().filter(Atom.Hole.class::isInstance).map(Atom.Hole.class::cast).filter(Atom.Hole::near)
                .findFirst();
        String subject = place.values().get(DiagnosisWords.SUBJECT);
        if (near.isEmpty()) {
            return List.of(Map.of());
        }
        return subject == null ? List.of()
                : NearNames.of(file, subject, near.get().shape()).stream().map(name -> Map.of(Atom.NEAR, name)).toList();
    }

    private Span failingLine(FileTokens file) {
        Integer line = diagnosis.line();
        return line == null ? Span.NONE : file.logicalLine(line);
    }

    private Optional<SourceFile> failingFile() {
        String path = diagnosis.file();
        return path == null ? Optional.empty() : tree.file(path);
    }

    private FileTokens tokens(SourceFile source) {
        return read.computeIfAbsent(source.path(), _ -> FileTokens.of(source));
    }

    /// Edits so far.
    private record Draft(Map<String, String> values, Map<String, List<Replacement>> replacements) {
        private static final String NEW = "\0";

        Draft with(String path, Replacement... more) {
            Map<String, List<Replacement>> all = new TreeMap<>(replacements);
            List<Replacement> list = new ArrayList<>(all.getOrDefault(path, List.of()));
            list.addAll(List.of(more));
            all.put(path, list);
            return new Draft(values, all);
        }

        Draft creating(Step.Create create) {
            return with(create.file() + NEW, Replacement.insert(0, create.text()));
        }

        Draft knowing(Map<String, String> more) {
            Map<String, String> all = new HashMap<>(values);
            all.putAll(more);
            return new Draft(all, replacements);
        }

        /// The finished edits; empty where they get in each other's way.
        Optional<List<FileEdit>> edits() {
            List<FileEdit> edits = new ArrayList<>();
            for (Map.Entry<String, List<Replacement>> file : replacements.entrySet()) {
                List<Replacement> sorted = file.getValue().stream().sorted(Comparator.comparingInt(Replacement::start)).toList();
                for (int i = 1; i < sorted.size(); i++) {
                    if (sorted.get(i).start() < sorted.get(i - 1).end()) {
                        return Optional.empty();
                    }
                }
                boolean created = file.getKey().endsWith(NEW);
                edits.add(new FileEdit(created ? file.getKey().substring(0, file.getKey().length() - 1) : file.getKey(), created, sorted));
            }
            return Optional.of(edits);
        }
    }
}
