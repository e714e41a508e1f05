package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.PythonParser;
import dev.codeheals.engine.source.Scopes;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.SyntaxFault;
import dev.codeheals.engine.source.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where a file does not compile: what Python said and what the tolerant parser found.
final class SyntaxPlace {
    private static final int NEAR = 2;

    private final Fault fault;
    private final Parsed parsed;

    SyntaxPlace(Fault fault) {
        this.fault = fault;
        this.parsed = fault.parsed();
    }

    Fault fault() {
        return fault;
    }

    SourceFile source() {
        return fault.source();
    }

    String text() {
        return fault.source().text();
    }

    int line() {
        return Math.clamp(fault.line(), 1, source().lineCount());
    }

    /// What Python said, in lower case.
    boolean says(String words) {
        return fault.message().toLowerCase(Locale.ROOT).contains(words);
    }

    /// Faults of that kind, those nearest to the reported line first.
    List<SyntaxFault> faults(SyntaxFault.Kind kind) {
        return parsed.faults().stream().filter(f -> f.kind() == kind)
                .sorted(Comparator.comparingInt((SyntaxFault f) -> Math.abs(source().lineOf(f.start()) - line()))).toList();
    }

    /// The tokens of a line that carry meaning.
    List<Token> tokens(int line) {
        return parsed.tokens().within(source().lineStart(line), source().lineEnd(line)).stream()
                .filter(t -> t.kind() != Token.Kind.COMMENT && t.kind() != Token.Kind.LINE_BREAK && t.kind() != Token.Kind.NEWLINE).toList();
    }

    /// The lines worth looking at: where the parser found a fault near the reported line, the reported line, and the one before it.
    List<Integer> lines() {
        List<Integer> lines = new ArrayList<>();
        parsed.faults().stream().map(f -> source().lineOf(f.start())).filter(l -> Math.abs(l - line()) <= NEAR).forEach(lines::add);
        lines.add(line());
        if (line() > 1) {
            lines.add(line() - 1);
        }
        return lines.stream().distinct().toList();
    }

    /// Where the code of a line ends, before a comment.
    int codeEnd(int line) {
        List<Token> tokens = tokens(line);
        return tokens.isEmpty() ? source().lineEnd(line) : tokens.getLast().end();
    }

    /// Whether an option takes a fault away and adds none. Where the parser found nothing wrong, it must still find nothing.
    boolean improves(SyntaxOption option) {
        Optional<String> healed = applied(option);
        if (healed.isEmpty()) {
            return false;
        }
        int before = parsed.faults().size();
        int after = PythonParser.parse(SourceFile.of(source().path(), healed.get())).faults().size();
        return before == 0 ? after == 0 : after < before;
    }

    /// How many names the file reads with an option that are set nowhere.
    long strangeNames(SyntaxOption option) {
        return applied(option).map(text -> Scopes.of(PythonParser.parse(SourceFile.of(source().path(), text))).unresolvedNames().stream().map(Scopes.Use::name)
                .distinct().count()).orElse(0L);
    }

    private Optional<String> applied(SyntaxOption option) {
        try {
            return Optional.of(new FileEdit(source().path(), false, option.replacements()).applyTo(text()))
                    .filter(changed -> !changed.equals(text()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }
}
