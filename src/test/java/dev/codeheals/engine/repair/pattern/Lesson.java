package dev.codeheals.engine.repair.pattern;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.classify.Severity;
import dev.codeheals.engine.knowledge.EditTemplate;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A fix to learn from, and code to apply what was learnt to.
final class Lesson {
    private Lesson() {}

    /// A failure of {@code app.py} in the line that holds a text.
    static SealedDiagnosis failure(String code, @Nullable String subject, String message, String source, String lineWith) {
        int line = 1 + (int) source.substring(0, source.indexOf(lineWith)).chars().filter(c -> c == '\n').count();
        String cluster = subject == null ? code : code + ":" + subject;
        return SealedDiagnosis.seal(new Diagnosis(code, cluster, Severity.RECOVERABLE, 0.3, "Mend it.", 0.95, code, message, subject, "app.py", line,
                null, "<module>", "python"));
    }

    static Optional<EditTemplate> learn(String description, String before, String after, SealedDiagnosis failure) {
        return new TemplateLearner().learn(description, change(before, after), failure);
    }

    static List<FileChange> change(String before, String after) {
        return List.of(new FileChange("app.py", before.getBytes(StandardCharsets.UTF_8), after.getBytes(StandardCharsets.UTF_8)));
    }

    /// What the template makes of other code, best first.
    static List<String> applied(EditTemplate template, String source, SealedDiagnosis failure) {
        return applied(template, source, failure, Map.of());
    }

    static List<String> applied(EditTemplate template, String source, SealedDiagnosis failure, Map<String, String> otherFiles) {
        SourceTree tree = new SourceTree() {
            @Override
            public List<String> pythonFiles() {
                return List.of("app.py");
            }

            @Override
            public Optional<SourceFile> file(String path) {
                return path.equals("app.py") ? Optional.of(SourceFile.of(path, source))
                        : Optional.ofNullable(otherFiles.get(path)).map(text -> SourceFile.of(path, text));
            }
        };
        return TemplateJson.read(template).stream()
                .flatMap(t -> new TemplateApplier(tree, failure.diagnosis(), Lesson::standard).apply(t).stream())
                .map(way -> way.edits().stream().filter(e -> e.file().equals("app.py")).findFirst().orElseThrow().applyTo(source)).toList();
    }

    private static boolean standard(String module) {
        return List.of("json", "csv", "os", "sys", "re", "math", "datetime", "collections", "numpy").contains(module);
    }
}
