package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// {@code return}, {@code yield}, {@code await}, {@code break} or {@code continue} where they do not belong.
final class OutsideFunction extends SyntaxRule {
    OutsideFunction() {
        super("outside-function");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        if (place.says("'await' outside async") || place.says("asynchronous comprehension") || place.says("'async with' outside")
                || place.says("'async for' outside")) {
            Tree.of(place.fault().parsed()).enclosing(Stmt.FunctionDef.class, place.source().lineStart(place.line())
                    + place.source().indentOf(place.line()).length()).ifPresent(function -> options.accept(
                    SyntaxOption.unsure(0.78, "Make " + function.name().id() + " async", Replacement.insert(function.start(), "async "))));
            return;
        }
        boolean jump = place.says("outside loop") || place.says("not properly in loop");
        if (place.says("outside function") || jump) {
            indented(place, jump, options);
        }
        if (jump) {
            int at = place.source().lineStart(place.line()) + place.source().indentOf(place.line()).length();
            boolean inFunction = Tree.of(place.fault().parsed()).enclosing(Stmt.FunctionDef.class, at).isPresent();
            if (inFunction && place.source().line(place.line()).strip().equals("break")) {
                options.accept(SyntaxOption.unsure(0.5, "Return instead", new Replacement(at, at + "break".length(), "return")));
            }
        }
    }

    /// The statement, and those of its block that follow, taken into the function or loop above it.
    private static void indented(SyntaxPlace place, boolean jump, Consumer<SyntaxOption> options) {
        SourceFile source = place.source();
        String own = source.indentOf(place.line());
        int above = place.line() - 1;
        while (above >= 1 && (source.line(above).isBlank() || source.indentOf(above).length() <= own.length())) {
            above--;
        }
        Optional<String> level = above < 1 ? Optional.empty() : Optional.of(bodyLevel(source, above, own));
        if (level.isEmpty()) {
            return;
        }
        List<Replacement> shifted = new ArrayList<>();
        for (int line = place.line(); line > above; line--) {
            String content = source.line(line);
            if (!content.isBlank() && source.indentOf(line).startsWith(own)) {
                shifted.add(new Replacement(source.lineStart(line), source.lineStart(line) + own.length(), level.get()));
                options.accept(new SyntaxOption(Tier.A, line == place.line() ? 0.9 : 0.85, jump ? "Indent it into the loop" : "Indent it into the function",
                        List.copyOf(shifted)));
            }
        }
    }

    /// The lowest level deeper than one's own among the lines directly above.
    private static String bodyLevel(SourceFile source, int from, String own) {
        String best = source.indentOf(from);
        for (int line = from; line >= 1 && (source.line(line).isBlank() || source.indentOf(line).length() > own.length()); line--) {
            if (!source.line(line).isBlank() && source.indentOf(line).length() < best.length()) {
                best = source.indentOf(line);
            }
        }
        return best;
    }
}
