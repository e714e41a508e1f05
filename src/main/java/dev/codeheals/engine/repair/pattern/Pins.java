package dev.codeheals.engine.repair.pattern;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.source.Builtins;
import dev.codeheals.engine.source.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells whether an edit means something for other subjects.
///
/// A new name that neither the message nor the code explains was chosen for this very subject: "lenght" becomes "length", "np" becomes
/// "numpy". For any other subject the same name would be nonsense, so the subject is pinned until a second fix shows what they share.
final class Pins {
    private static final Set<String> CONVENTIONS = Set.of("self", "cls", "args", "kwargs", "_");

    private Pins() {}

    static Map<String, String> of(List<Step> steps, Diagnosis diagnosis) {
        String subject = diagnosis.subject();
        boolean pinned = subject != null && steps.stream().anyMatch(step -> unexplained(step, subject));
        return pinned ? Map.of(DiagnosisWords.SUBJECT, subject) : Map.of();
    }

    private static boolean unexplained(Step step, String subject) {
        return switch (step) {
            case Step.AddImport add -> !onlyHoles(add.module()) || (add.name() != null && !onlyHoles(add.name()));
            case Step.Rename rename -> !onlyHoles(rename.to());
            case Step.Create _ -> true;
            case Step.Rewrite rewrite -> rewriteUnexplained(rewrite, subject);
        };
    }

    private static boolean rewriteUnexplained(Step.Rewrite rewrite, String subject) {
        Set<String> explained = new HashSet<>(CONVENTIONS);
        rewrite.before().forEach(a -> explained.add(text(a)));
        rewrite.find().forEach(a -> explained.add(text(a)));
        rewrite.after().forEach(a -> explained.add(text(a)));
        boolean takesItsPlace = rewrite.find().stream().anyMatch(Pins::subject) && rewrite.with().stream().noneMatch(Pins::subject);
        String last = "";
        for (Atom atom : rewrite.with()) {
            if (atom instanceof Atom.Literal literal) {
                boolean name = literal.kind() == Token.Kind.NAME && !explained.contains(literal.text());
                boolean free = !last.equals(".") && !Builtins.contains(literal.text());
                boolean alike = Similarity.alike(subject, Strings.content(literal.text()).orElse(literal.text()));
                boolean word = name || literal.kind() == Token.Kind.STRING;
                if ((name && (free || takesItsPlace)) || (word && alike)) {
                    return true;
                }
            }
            last = text(atom);
        }
        return false;
    }

    private static boolean subject(Atom atom) {
        return atom instanceof Atom.Hole hole && hole.name().startsWith(DiagnosisWords.SUBJECT);
    }

    private static String text(Atom atom) {
        return atom instanceof Atom.Literal literal ? literal.text() : "";
    }

    private static boolean onlyHoles(String text) {
        return text.startsWith("{") && text.endsWith("}");
    }
}
