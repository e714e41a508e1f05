package dev.codeheals.engine.repair.pattern;

import dev.codeheals.engine.knowledge.EditTemplate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One part of an abstract edit for people to read; holes stand in angle brackets: {@code ⟨subject⟩}.
///
/// @param before what is there now; empty where something is only added
/// @param after  what is put there
/// @param file   where, relative to the project; empty for the failing file
public record AbstractStep(Kind kind, String before, String after, String file) {

    /// What a part does.
    public enum Kind { IMPORT, REWRITE_FAILING, REWRITE_NEAREST, RENAME, CREATE }

    /// The parts of an edit in order; none for a fix that is kept as a difference only.
    public static List<AbstractStep> of(EditTemplate template) {
        return TemplateJson.read(template).map(read -> read.steps().stream().map(AbstractStep::of).toList()).orElse(List.of());
    }

    private static AbstractStep of(Step step) {
        return switch (step) {
            case Step.AddImport add -> new AbstractStep(Kind.IMPORT, "", imported(add), "");
            case Step.Rename rename -> new AbstractStep(Kind.RENAME, holes(rename.from()), holes(rename.to()), "");
            case Step.Create create -> new AbstractStep(Kind.CREATE, "", holes(create.text()), holes(create.file()));
            case Step.Rewrite rewrite -> new AbstractStep(rewrite.anchor() == Step.Anchor.FAILING ? Kind.REWRITE_FAILING : Kind.REWRITE_NEAREST,
                    shown(rewrite.before(), rewrite.find(), rewrite.after()), shown(rewrite.before(), rewrite.with(), rewrite.after()), rewrite.file());
        };
    }

    private static String imported(Step.AddImport add) {
        @Nullable String alias = add.alias();
        String line = add.name() == null ? "import " + add.module() : "from " + add.module() + " import " + add.name();
        return holes(alias == null ? line : line + " as " + alias);
    }

    private static String holes(String text) {
        return text.replaceAll("\\{(\\w+)}", "⟨$1⟩");
    }

    private static String shown(List<Atom> before, List<Atom> middle, List<Atom> after) {
        StringBuilder text = new StringBuilder();
        for (List<Atom> part : List.of(before, middle, after)) {
            part.forEach(atom -> text.append(atom.spaced() && !text.isEmpty() ? " " : "").append(switch (atom) {
                case Atom.Literal literal -> literal.text().isEmpty() ? "⏎" : literal.text();
                case Atom.Hole hole -> "⟨" + hole.name() + "⟩";
            }));
        }
        return text.toString();
    }
}
