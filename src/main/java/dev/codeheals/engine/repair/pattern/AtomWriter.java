package dev.codeheals.engine.repair.pattern;

import dev.codeheals.engine.source.Token;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes the new tokens of an abstract edit as source text.
final class AtomWriter {
    private final Style style;
    private final Map<String, String> values;

    AtomWriter(Style style, Map<String, String> values) {
        this.style = style;
        this.values = values;
    }

    /// The text; empty if a hole has no value.
    ///
    /// @param indent     of the line the text begins on
    /// @param lineStart  whether the text begins a line, so that its indentation is part of it
    /// @param firstSpace whether white space before the first token is part of it
    Optional<String> write(List<Atom> atoms, String indent, boolean lineStart, boolean firstSpace) {
        StringBuilder text = new StringBuilder();
        boolean atStart = lineStart;
        int depth = 0;
        for (int i = 0; i < atoms.size(); i++) {
            Atom atom = atoms.get(i);
            if (atom instanceof Atom.Literal(Token.Kind kind, String _, boolean _) && Atom.layout(kind)) {
                depth += kind == Token.Kind.INDENT ? 1 : kind == Token.Kind.DEDENT ? -1 : 0;
                if (kind == Token.Kind.NEWLINE) {
                    text.append(style.eol());
                    atStart = true;
                }
                continue;
            }
            if (atStart) {
                text.append(indent).append(style.unit().repeat(Math.max(0, depth)));
            } else if (atom.spaced() && (i > 0 || firstSpace)) {
                text.append(' ');
            }
            atStart = false;
            Optional<String> written = written(atom);
            if (written.isEmpty()) {
                return Optional.empty();
            }
            text.append(written.get());
        }
        return Optional.of(text.toString());
    }

    private Optional<String> written(Atom atom) {
        return switch (atom) {
            case Atom.Literal literal when literal.kind() == Token.Kind.STRING -> Optional.of(Strings.requoted(literal.text(), style.quote()));
            case Atom.Literal literal -> Optional.of(literal.text());
            case Atom.Hole hole -> {
                String value = values.get(hole.name());
                boolean string = hole.shape() == Atom.Shape.STRING;
                yield value == null ? Optional.empty() : Optional.of(string ? style.quote() + value + style.quote() : value);
            }
        };
    }
}
