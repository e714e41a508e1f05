package dev.codeheals.engine.repair.pattern;

import dev.codeheals.engine.repair.pattern.FileTokens.Span;
import dev.codeheals.engine.source.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds where an abstract token sequence stands in a file.
final class TokenMatcher {
    /// A hostile template could make the search for operands grow without bound; honest ones need a few steps for each token of a file.
    private static final int MOST_STEPS = 2_000_000;
    private static final Set<String> CONSTANTS = Set.of("None", "True", "False");
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private final FileTokens file;
    private final Map<String, String> words;
    private int steps;

    /// @param words values of the diagnosis holes
    TokenMatcher(FileTokens file, Map<String, String> words) {
        this.file = file;
        this.words = words;
    }

    /// One place.
    ///
    /// @param from   index of the first token to replace, or where to insert
    /// @param to     index after the last
    /// @param values of all holes
    record Match(int from, int to, Map<String, String> values) {}

    /// Places whose replaced part begins in the span, in order.
    List<Match> find(Step.Rewrite rewrite, Span where, int limit) {
        List<Atom> atoms = new ArrayList<>(rewrite.before());
        atoms.addAll(rewrite.find());
        atoms.addAll(rewrite.after());
        int head = rewrite.before().size();
        List<Match> matches = new ArrayList<>();
        steps = 0;
        for (int start = Math.max(0, where.from() - reach(rewrite.before())); start < where.to() && matches.size() < limit; start++) {
            Attempt attempt = new Attempt(atoms, head);
            if (attempt.match(0, start) && where.holds(attempt.at[head])) {
                matches.add(new Match(attempt.at[head], attempt.at[head + rewrite.find().size()], Map.copyOf(attempt.values)));
            }
        }
        return matches;
    }

    /// How many tokens a context may span; an operand may be long.
    private static int reach(List<Atom> before) {
        boolean operand = before.stream().anyMatch(a -> a instanceof Atom.Hole hole && hole.shape() == Atom.Shape.OPERAND);
        return operand ? 200 : before.size();
    }

    private final class Attempt {
        private final List<Atom> atoms;
        private final int[] at;
        private final int replaced;
        private final Map<String, String> values = new HashMap<>(words);

        /// @param replaced index of the first atom to replace
        Attempt(List<Atom> atoms, int replaced) {
            this.atoms = atoms;
            this.replaced = replaced;
            this.at = new int[atoms.size() + 1];
        }

        boolean match(int atom, int token) {
            at[atom] = token;
            if (atom == atoms.size()) {
                return true;
            }
            if (++steps > MOST_STEPS) {
                return false;
            }
            return switch (atoms.get(atom)) {
                case Atom.Literal literal -> equal(literal, token) && match(atom + 1, token + 1);
                case Atom.Hole hole -> matchHole(hole, atom, token);
            };
        }

        private boolean matchHole(Atom.Hole hole, int atom, int token) {
            if (token >= file.size()) {
                return false;
            }
            Token first = file.at(token);
            boolean partOfChain = atom == replaced && hole.name().startsWith("n") && token > 0 && file.at(token - 1).is(".");
            if (partOfChain) {
                return false;
            }
            boolean cutOff = atom == replaced - 1 && atom == atoms.size() - 1 && trailer(token + 1) > 0;
            return switch (hole.shape()) {
                case NAME -> (first.kind() == Token.Kind.NAME || first.kind() == Token.Kind.NUMBER)
                        && ((!cutOff && bound(hole, first.text(), atom, token + 1)) || chain(hole, atom, token));
                case STRING -> first.kind() == Token.Kind.STRING
                        && Strings.content(first.text()).filter(content -> bound(hole, content, atom, token + 1)).isPresent();
                case OPERAND -> operandEnds(token).stream().anyMatch(end -> bound(hole, textOf(token, end), atom, end));
            };
        }

        /// An object where a plain name stood when this was learnt: {@code self.names} for {@code names}.
        private boolean chain(Atom.Hole hole, int atom, int token) {
            boolean dotted = atom > 0 && atoms.get(atom - 1) instanceof Atom.Literal before && before.text().equals(".");
            boolean local = hole.name().startsWith("n") && !hole.near();
            if (!local || dotted || (token > 0 && file.at(token - 1).is("."))) {
                return false;
            }
            int end = token + 1;
            while (end + 1 < file.size() && file.at(end).is(".") && file.at(end + 1).kind() == Token.Kind.NAME) {
                end += 2;
                boolean whole = atom != atoms.size() - 1 || trailer(end) == 0;
                if (whole && bound(hole, textOf(token, end), atom, end)) {
                    return true;
                }
            }
            return false;
        }

        private boolean bound(Atom.Hole hole, String value, int atom, int next) {
            String known = values.get(hole.name());
            if (known != null) {
                return known.equals(value) && match(atom + 1, next);
            }
            values.put(hole.name(), value);
            if (match(atom + 1, next)) {
                return true;
            }
            values.remove(hole.name());
            return false;
        }
    }

    private boolean equal(Atom.Literal literal, int token) {
        if (token >= file.size()) {
            return false;
        }
        Token found = file.at(token);
        if (Atom.layout(literal.kind())) {
            return found.kind() == literal.kind();
        }
        return found.text().equals(literal.text()) || (literal.kind() == Token.Kind.STRING && found.kind() == Token.Kind.STRING
                && Strings.content(literal.text()).isPresent() && Strings.content(literal.text()).equals(Strings.content(found.text())));
    }

    private String textOf(int from, int to) {
        return file.source().text().substring(file.at(from).start(), file.at(to - 1).end());
    }

    /// Where an operand that begins at a token may end, longest first.
    private List<Integer> operandEnds(int token) {
        Token first = file.at(token);
        boolean begins = switch (first.kind()) {
            case NAME, NUMBER, STRING -> true;
            case KEYWORD -> CONSTANTS.contains(first.text());
            case OPERATOR -> opens(first);
            default -> false;
        };
        if (!begins || (token > 0 && file.at(token - 1).is("."))) {
            return List.of();
        }
        List<Integer> ends = new ArrayList<>();
        int end = opens(first) ? closed(token) : token + 1;
        while (end > 0) {
            ends.addFirst(end);
            end = trailer(end);
        }
        return ends;
    }

    /// The end of an attribute, call or subscript that begins at an index; 0 if none does.
    private int trailer(int index) {
        if (index >= file.size()) {
            return 0;
        }
        Token token = file.at(index);
        if (token.is(".")) {
            return index + 1 < file.size() && file.at(index + 1).kind() == Token.Kind.NAME ? index + 2 : 0;
        }
        return token.is("(") || token.is("[") ? closed(index) : 0;
    }

    private int closed(int open) {
        int depth = 0;
        for (int i = open; i < file.size() && file.at(i).kind() != Token.Kind.NEWLINE; i++) {
            Token token = file.at(i);
            if (opens(token)) {
                depth++;
            } else if (token.kind() == Token.Kind.OPERATOR && token.text().length() == 1 && CLOSING.contains(token.text()) && --depth == 0) {
                return i + 1;
            }
        }
        return 0;
    }

    private static boolean opens(Token token) {
        return token.kind() == Token.Kind.OPERATOR && token.text().length() == 1 && OPENING.contains(token.text());
    }
}
