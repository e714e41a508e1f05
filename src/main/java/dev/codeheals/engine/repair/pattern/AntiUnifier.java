package dev.codeheals.engine.repair.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The least general template that covers two.
///
/// Where both have the same token it stays; where they differ it becomes a hole, the same one wherever the same pair differs. A new token
/// that differs must be explained by what was found, or be the name most like the subject in both; else there is no common template.
final class AntiUnifier {
    private final Template first;
    private final Template second;
    private final Map<String, Atom.Hole> pairs = new HashMap<>();
    private boolean near;

    private AntiUnifier(Template first, Template second) {
        this.first = first;
        this.second = second;
    }

    /// The common template; empty where the two have too little in common.
    static Optional<Template> of(Template first, Template second) {
        return first.equals(second) ? Optional.of(first) : new AntiUnifier(first, second).unified();
    }

    private Optional<Template> unified() {
        if (first.steps().size() != second.steps().size()) {
            return Optional.empty();
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < first.steps().size(); i++) {
            Optional<Step> step = step(first.steps().get(i), second.steps().get(i));
            if (step.isEmpty()) {
                return Optional.empty();
            }
            steps.add(step.get());
        }
        boolean samePins = first.pins().equals(second.pins());
        if (!samePins && !near) {
            return Optional.empty();
        }
        return Optional.of(new Template(description(), samePins && !near ? first.pins() : Map.of(), steps));
    }

    private String description() {
        if (first.description().equals(second.description())) {
            return first.description();
        }
        String pinned = first.pins().get(DiagnosisWords.SUBJECT);
        return near && pinned != null ? "Use the name that was meant" : first.description();
    }

    private Optional<Step> step(Step a, Step b) {
        if (a instanceof Step.Rewrite x && b instanceof Step.Rewrite y) {
            return rewrite(x, y);
        }
        return Objects.equals(a, b) ? Optional.of(a) : Optional.empty();
    }

    private Optional<Step> rewrite(Step.Rewrite a, Step.Rewrite b) {
        boolean comparable = a.file().equals(b.file()) && a.anchor() == b.anchor() && a.find().size() == b.find().size()
                && a.with().size() == b.with().size();
        if (!comparable) {
            return Optional.empty();
        }
        Optional<List<Atom>> find = all(a.find(), b.find());
        List<Atom> before = suffix(a.before(), b.before());
        List<Atom> after = prefix(a.after(), b.after());
        boolean anchored = !(find.isPresent() && find.get().isEmpty() && before.isEmpty() && after.isEmpty());
        Optional<List<Atom>> with = find.isPresent() && anchored ? with(a, b) : Optional.empty();
        return with.map(atoms -> new Step.Rewrite(a.file(), a.anchor(), before, find.orElseThrow(), atoms, after, a.spaced()));
    }

    private Optional<List<Atom>> all(List<Atom> a, List<Atom> b) {
        List<Atom> atoms = prefix(a, b);
        return atoms.size() == a.size() ? Optional.of(atoms) : Optional.empty();
    }

    private List<Atom> prefix(List<Atom> a, List<Atom> b) {
        List<Atom> atoms = new ArrayList<>();
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            Optional<Atom> atom = found(a.get(i), b.get(i));
            if (atom.isEmpty()) {
                break;
            }
            atoms.add(atom.get());
        }
        return atoms;
    }

    private List<Atom> suffix(List<Atom> a, List<Atom> b) {
        return prefix(a.reversed(), b.reversed()).reversed();
    }

    /// What covers two tokens that were found; operators, keywords and layout must agree.
    private Optional<Atom> found(Atom a, Atom b) {
        if (key(a).equals(key(b))) {
            return Optional.of(a);
        }
        if (!variable(a) || !variable(b)) {
            return Optional.empty();
        }
        boolean operand = shape(a) == Atom.Shape.OPERAND || shape(b) == Atom.Shape.OPERAND || shape(a) != shape(b);
        Atom.Hole hole = pairs.computeIfAbsent(key(a) + "\0" + key(b),
                _ -> new Atom.Hole("n" + (names() + pairs.size() + 1), operand ? Atom.Shape.OPERAND : shape(a), a.spaced()));
        return Optional.of(new Atom.Hole(hole.name(), hole.shape(), a.spaced()));
    }

    private Optional<List<Atom>> with(Step.Rewrite a, Step.Rewrite b) {
        List<Atom> atoms = new ArrayList<>();
        for (int i = 0; i < a.with().size(); i++) {
            Atom x = a.with().get(i);
            Atom y = b.with().get(i);
            Atom.Hole pair = pairs.get(key(x) + "\0" + key(y));
            if (key(x).equals(key(y))) {
                atoms.add(x);
            } else if (pair != null) {
                atoms.add(new Atom.Hole(pair.name(), pair.shape(), x.spaced()));
            } else if (misspelt(x, first) && misspelt(y, second)) {
                near = true;
                atoms.add(new Atom.Hole(Atom.NEAR, shape(x), x.spaced()));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(atoms);
    }

    private static boolean misspelt(Atom atom, Template template) {
        if (atom instanceof Atom.Hole hole) {
            return hole.near();
        }
        String subject = template.pins().get(DiagnosisWords.SUBJECT);
        String text = ((Atom.Literal) atom).text();
        return subject != null && Similarity.alike(subject, Strings.content(text).orElse(text));
    }

    /// How many holes the two templates have at most, so that new names are free.
    private int names() {
        return first.steps().size() * 64 + second.steps().size() * 64;
    }

    private static boolean variable(Atom atom) {
        return switch (atom) {
            case Atom.Hole hole -> hole.name().startsWith("n") && !hole.near();
            case Atom.Literal literal -> switch (literal.kind()) {
                case NAME, NUMBER, STRING -> true;
                default -> false;
            };
        };
    }

    private static Atom.Shape shape(Atom atom) {
        return switch (atom) {
            case Atom.Hole hole -> hole.shape();
            case Atom.Literal literal -> Strings.content(literal.text()).isPresent() ? Atom.Shape.STRING : Atom.Shape.NAME;
        };
    }

    /// What an atom is, white space aside.
    private static String key(Atom atom) {
        return switch (atom) {
            case Atom.Hole hole -> "{" + hole.name() + ":" + hole.shape();
            case Atom.Literal literal -> literal.kind() + " " + Strings.content(literal.text()).map(c -> "'" + c + "'").orElse(literal.text());
        };
    }
}
