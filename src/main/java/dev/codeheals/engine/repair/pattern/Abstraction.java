package dev.codeheals.engine.repair.pattern;

import dev.codeheals.engine.source.Builtins;
import dev.codeheals.engine.source.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Turns the tokens of one hunk into atoms: words of the diagnosis become holes, and so do names the fix merely carries along.
final class Abstraction {
    private final DiagnosisWords words;
    private final boolean local;
    private final Set<String> carried;
    private final Map<String, Atom.Hole> bound = new HashMap<>();

    /// @param local whether the hunk lies on the failing line: there, names are incidental; elsewhere they say which place is meant
    /// @param from  half-open range in {@code before} that is replaced
    Abstraction(DiagnosisWords words, boolean local, FileTokens before, int from, int to, FileTokens after, int newFrom, int newTo) {
        this.words = words;
        this.local = local;
        this.carried = new HashSet<>(names(before, from, to));
        carried.retainAll(names(after, newFrom, newTo));
    }

    /// Atoms of the tokens to replace.
    List<Atom> find(FileTokens file, int from, int to) {
        return atoms(file, from, to, true);
    }

    /// Atoms of the tokens round them.
    List<Atom> context(FileTokens file, int from, int to) {
        return atoms(file, from, to, false);
    }

    /// Atoms of the new tokens; called last, when it is known which names are bound.
    List<Atom> with(FileTokens file, int from, int to) {
        List<Atom> atoms = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Token token = file.at(i);
            boolean spaced = file.spacedAt(i);
            boolean same = value(token) || (token.kind() == Token.Kind.NAME && !afterDot(file, i));
            Atom.Hole known = same ? bound.get(token.text()) : null;
            Atom plain = known == null ? wordOr(token, spaced) : new Atom.Hole(known.name(), known.shape(), spaced);
            atoms.add(plain);
        }
        return atoms;
    }

    private List<Atom> atoms(FileTokens file, int from, int to, boolean replaced) {
        List<Atom> atoms = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Token token = file.at(i);
            Atom atom = wordOr(token, file.spacedAt(i));
            boolean free = atom instanceof Atom.Literal && token.kind() == Token.Kind.NAME && local && !Builtins.contains(token.text())
                    && (replaced ? carried.contains(token.text()) && !afterDot(file, i) && !called(file, i) : !(afterDot(file, i) && called(file, i)));
            boolean value = atom instanceof Atom.Literal && local && replaced && value(token) && carried.contains(token.text());
            atoms.add(free || value ? hole(file, i) : atom);
        }
        return atoms;
    }

    private Atom.Hole hole(FileTokens file, int index) {
        String text = file.at(index).text();
        Atom.Hole known = bound.get(text);
        if (known != null) {
            return new Atom.Hole(known.name(), known.shape(), file.spacedAt(index));
        }
        boolean operand = !afterDot(file, index) && !trailed(file, index);
        Atom.Hole hole = new Atom.Hole("n" + (bound.size() + 1), operand ? Atom.Shape.OPERAND : Atom.Shape.NAME, file.spacedAt(index));
        bound.put(text, hole);
        return hole;
    }

    private Atom wordOr(Token token, boolean spaced) {
        Optional<Atom> word = switch (token.kind()) {
            case NAME -> words.hole(token.text()).map(name -> new Atom.Hole(name, Atom.Shape.NAME, spaced));
            case STRING -> Strings.content(token.text()).flatMap(words::hole).map(name -> new Atom.Hole(name, Atom.Shape.STRING, spaced));
            default -> Optional.empty();
        };
        return word.orElseGet(() -> new Atom.Literal(token.kind(), Atom.layout(token.kind()) ? "" : token.text(), spaced));
    }

    private static Set<String> names(FileTokens file, int from, int to) {
        Set<String> names = new HashSet<>();
        for (int i = from; i < to; i++) {
            if (value(file.at(i)) || (file.at(i).kind() == Token.Kind.NAME && !afterDot(file, i))) {
                names.add(file.at(i).text());
            }
        }
        return names;
    }

    /// A number or text that a fix only moves says no more about the next place than a name does.
    private static boolean value(Token token) {
        return token.kind() == Token.Kind.NUMBER || token.kind() == Token.Kind.STRING;
    }

    private static boolean afterDot(FileTokens file, int index) {
        return index > 0 && file.at(index - 1).is(".");
    }

    private static boolean called(FileTokens file, int index) {
        return index + 1 < file.size() && file.at(index + 1).is("(");
    }

    private static boolean trailed(FileTokens file, int index) {
        return index + 1 < file.size() && (file.at(index + 1).is(".") || file.at(index + 1).is("(") || file.at(index + 1).is("["));
    }
}
