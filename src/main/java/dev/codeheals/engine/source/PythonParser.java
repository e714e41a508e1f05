package dev.codeheals.engine.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Parses Python 3.8 to 3.14 into a tree; never throws, whatever the text.
///
/// Recovery works by logical line: what cannot be parsed becomes a {@link Stmt.Broken}. A header whose colon is missing is read as if it
/// were there, and reported. A clause whose header is broken keeps its block; the broken header is then the first statement of the block.
public final class PythonParser {
    private PythonParser() {}

    public static Parsed parse(SourceFile source) {
        Tokens tokens = PythonTokenizer.tokenize(source);
        StatementParser parser = new StatementParser(source, tokens);
        Node.Module module = parser.module();
        List<SyntaxFault> faults = new ArrayList<>(tokens.faults());
        faults.addAll(parser.faults());
        faults.sort(Comparator.comparingInt(SyntaxFault::start));
        return new Parsed(source, tokens, module, faults);
    }

    public static Parsed parse(String path, String text) {
        return parse(SourceFile.of(path, text));
    }
}
