package dev.codeheals.engine.repair.pattern;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.knowledge.EditTemplate;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.source.EncodedText;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.SourceTree;
import dev.codeheals.engine.source.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Learns abstract edits from fixes, whoever made them: a rule, a search, a model or a person.
///
/// What is learnt is tried at once on the code it came from: a template that does not make the same fix there is not kept.
public final class TemplateLearner {
    private static final Pattern OWN_HOLE = Pattern.compile("n\\d+");
    /// Names that are words of the sentence rather than of the program.
    private static final Set<String> LITTLE_WORDS = Set.of("a", "an", "as", "at", "by", "if", "in", "is", "it", "of", "on", "or", "the", "to", "with");

    /// Learns from one fix.
    ///
    /// @param description of the fix
    /// @param changes     the files before and after it
    /// @return empty where nothing can be learnt: no change, not Python, or a rewrite of whole files
    public Optional<EditTemplate> learn(String description, List<FileChange> changes, SealedDiagnosis sealed) {
        return abstracted(description, changes, sealed.diagnosis()).map(TemplateJson::write);
    }

    /// What two fixes have in common, tried on the newer one; empty where that is too little.
    public Optional<EditTemplate> refine(EditTemplate known, EditTemplate newer, List<FileChange> changes, SealedDiagnosis sealed) {
        Optional<Template> first = TemplateJson.read(known);
        Optional<Template> second = TemplateJson.read(newer);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        return AntiUnifier.of(first.get(), second.get()).filter(t -> makes(t, changes, sealed.diagnosis())).map(TemplateJson::write);
    }

    /// Whether two templates make the same edit, whatever words describe it.
    public boolean sameEdit(EditTemplate a, EditTemplate b) {
        Optional<Template> first = TemplateJson.read(a);
        Optional<Template> second = TemplateJson.read(b);
        return first.isPresent() && second.isPresent() && first.get().steps().equals(second.get().steps())
                && first.get().pins().equals(second.get().pins());
    }

    private Optional<Template> abstracted(String description, List<FileChange> changes, Diagnosis diagnosis) {
        for (boolean holes : new boolean[] {true, false}) {
            List<Step> steps = steps(changes, diagnosis, holes);
            DiagnosisWords words = DiagnosisWords.of(diagnosis);
            String plain = description.replace("{", "").replace("}", "");
            Template template = new Template(inAnyFile(holes ? words.abstracted(plain) : plain, changes),
                    holes ? Pins.of(steps, diagnosis) : Map.of(), steps);
            Optional<TemplateApplier.Application> made = steps.isEmpty() ? Optional.empty() : making(template, changes, diagnosis);
            if (made.isPresent()) {
                return Optional.of(new Template(withHoles(template.description(), made.get().values()), template.pins(), steps));
            }
        }
        return Optional.empty();
    }

    /// A name of this very place says nothing about the next one.
    private static String withHoles(String description, Map<String, String> values) {
        String result = description;
        for (Map.Entry<String, String> hole : new TreeMap<>(values).entrySet()) {
            if (OWN_HOLE.matcher(hole.getKey()).matches() && !hole.getValue().isBlank() && !LITTLE_WORDS.contains(hole.getValue())) {
                result = DiagnosisWords.replaceFirstWord(result, hole.getValue(), "{" + hole.getKey() + "}");
            }
        }
        return result;
    }

    private static String inAnyFile(String description, List<FileChange> changes) {
        String files = String.join(", ", changes.stream().map(FileChange::file).toList());
        return description.replace(files, "{" + DiagnosisWords.FILE + "}");
    }

    private static List<Step> steps(List<FileChange> changes, Diagnosis diagnosis, boolean holes) {
        List<Step> steps = new ArrayList<>();
        for (FileChange change : changes) {
            Optional<SourceFile> after = source(change.file(), change.after());
            byte[] old = change.before();
            if (old == null) {
                after.ifPresent(file -> steps.add(new Step.Create(change.file(), file.text())));
                continue;
            }
            Optional<SourceFile> before = source(change.file(), old);
            if (before.isEmpty() || after.isEmpty()) {
                return List.of();
            }
            List<Step> learnt = new StepLearner(diagnosis, FileTokens.of(before.get()), FileTokens.of(after.get()), holes).learn();
            if (learnt.isEmpty()) {
                return List.of();
            }
            steps.addAll(learnt);
        }
        return steps;
    }

    /// Whether the template, applied to the old files, gives the new ones, white space and the order of imports aside.
    private static boolean makes(Template template, List<FileChange> changes, Diagnosis diagnosis) {
        return making(template, changes, diagnosis).isPresent();
    }

    private static Optional<TemplateApplier.Application> making(Template template, List<FileChange> changes, Diagnosis diagnosis) {
        SourceTree old = new OldFiles(changes);
        for (TemplateApplier.Application way : new TemplateApplier(old, diagnosis, _ -> true).apply(template)) {
            boolean same = way.edits().size() == changes.size() && changes.stream().allMatch(change -> way.edits().stream()
                    .filter(edit -> edit.file().equals(change.file())).anyMatch(edit -> {
                        String start = edit.creates() ? "" : old.file(edit.file()).map(SourceFile::text).orElse("");
                        return words(edit.applyTo(start)).equals(words(source(change.file(), change.after()).map(SourceFile::text).orElse("")));
                    }));
            if (same) {
                return Optional.of(way);
            }
        }
        return Optional.empty();
    }

    /// The lines of a file as tokens; of imports only what they bind counts, not where or how.
    private record Lines(List<String> code, Set<Imports.Binding> imports) {}

    private static Lines words(String text) {
        Lines words = new Lines(new ArrayList<>(), new HashSet<>());
        StringBuilder line = new StringBuilder();
        String indent = "";
        for (Token token : FileTokens.of(SourceFile.of("words.py", text)).tokens()) {
            switch (token.kind()) {
                case NEWLINE -> {
                    String whole = indent + line;
                    Optional<Set<Imports.Binding>> imports = imported(whole);
                    if (imports.isPresent()) {
                        words.imports.addAll(imports.get());
                    } else {
                        words.code.add(whole);
                    }
                    line.setLength(0);
                }
                case INDENT -> indent += "\t";
                case DEDENT -> indent = indent.isEmpty() ? "" : indent.substring(1);
                case STRING -> line.append(Strings.requoted(token.text(), '"')).append(' ');
                default -> line.append(token.text()).append(' ');
            }
        }
        return words;
    }

    private static Optional<Set<Imports.Binding>> imported(String line) {
        return line.startsWith("import ") || line.startsWith("from ") ? Imports.only(line) : Optional.empty();
    }

    private static Optional<SourceFile> source(String path, byte[] bytes) {
        return path.endsWith(".py") ? EncodedText.decode(bytes).map(text -> SourceFile.of(path, text.text())) : Optional.empty();
    }

    /// The changed files as they were.
    private record OldFiles(List<FileChange> changes) implements SourceTree {
        @Override
        public List<String> pythonFiles() {
            return changes.stream().filter(c -> c.before() != null).map(FileChange::file).sorted().toList();
        }

        @Override
        public Optional<SourceFile> file(String path) {
            return changes.stream().filter(c -> c.file().equals(path)).findFirst().flatMap(c -> {
                byte[] before = c.before();
                return before == null ? Optional.empty() : source(path, before);
            });
        }
    }
}
