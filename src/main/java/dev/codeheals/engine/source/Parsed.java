package dev.codeheals.engine.source;

import java.util.List;

/// A file, its tokens, its syntax tree and all that is wrong with it, in the order of the source.
///
/// The tree is always there: a line that cannot be parsed is a {@link Stmt.Broken} among the statements that can.
public record Parsed(SourceFile source, Tokens tokens, Node.Module module, List<SyntaxFault> faults) {
    public Parsed {
        faults = List.copyOf(faults);
    }

    /// Whether the whole file is in order as far as grammar goes.
    public boolean isValid() {
        return faults.isEmpty();
    }
}
