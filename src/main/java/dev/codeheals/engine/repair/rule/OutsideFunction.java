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
import java.util.regex.Pattern;

/// {@code return}, {@code yield}, {@code await}, {@code break} or {@code continue} where they do not belong.
final class OutsideFunction extends SyntaxRule {
    OutsideFunction() {
        super("outside-function", "SYN.AWAIT_OUTSIDE_ASYNC", "SYN.LOOP_CONTROL_OUTSIDE", "SYN.RETURN_OUTSIDE_FUNCTION");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        if (place.says("'await' outside async") || place.says("asynchronous comprehension") || place.says("'async with' outside")
                || place.says("'async for' outside")) {
            Tree.of(place.fault().parsed()).enclosing(Stmt.FunctionDef.class, place.source().lineStart(place.line())
                    + place.source().indentOf(place.line()).length()).ifPresent(function -> {
                boolean awaited = isAwaited(place, function.name().id());
                options.accept(new SyntaxOption(awaited ? Tier.A : Tier.B, awaited ? 0.97 : 0.78, "Make " + function.name().id() + " async",
                        List.of(Replacement.insert(function.start(), "async "))));
            });
            return;
        }
        boolean jump = place.says("outside loop") || place.says("not properly in loop");
        if (place.says("outside function") || jump) {
            indented(place, jump, options);
        }
        if (jump) {
            guard(place, options);
            int at = place.source().lineStart(place.line()) + place.source().indentOf(place.line()).length();
            boolean inFunction = Tree.of(place.fault().parsed()).enclosing(Stmt.FunctionDef.class, at).isPresent();
            if (inFunction && place.source().line(place.line()).strip().equals("break")) {
                options.accept(SyntaxOption.unsure(0.5, "Return instead", new Replacement(at, at + "break".length(), "return")));
            }
        }
    }

    /// Whether every call of the function already expects a coroutine.
    private static boolean isAwaited(SyntaxPlace place, String function) {
        Pattern call = Pattern.compile("(?<!def )(?<![\\w])((?:self\\.|cls\\.)?)" + Pattern.quote(function) + "\\(");
        Pattern wanted = Pattern.compile("(await\\s+(\\w+\\.)*|\\.?(run|gather|create_task|ensure_future|run_until_complete|wait_for|shield)\\(.*)$");
        return place.fault().project().pythonFiles().stream().flatMap(f -> place.fault().project().file(f).stream()).flatMap(f -> f.text().lines())
                .allMatch(line -> call.matcher(line).results().allMatch(m -> wanted.matcher(line.substring(0, m.start())).find()));
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

    /// {@code if x: break} after the loop it was meant for: the whole statement goes into the loop.
    private static void guard(SyntaxPlace place, Consumer<SyntaxOption> options) {
        SourceFile source = place.source();
        int header = place.line() - 1;
        while (header >= 1 && (source.line(header).isBlank() || source.indentOf(header).length() >= source.indentOf(place.line()).length())) {
            header--;
        }
        int above = header - 1;
        while (above >= 1 && source.line(above).isBlank()) {
            above--;
        }
        if (above < 1 || !source.line(header).strip().startsWith("if ") || source.indentOf(above).length() <= source.indentOf(header).length()) {
            return;
        }
        String own = source.indentOf(header);
        String level = bodyLevel(source, above, own);
        List<Replacement> shifted = new ArrayList<>();
        for (int line = header; line <= place.line(); line++) {
            if (!source.line(line).isBlank()) {
                shifted.add(new Replacement(source.lineStart(line), source.lineStart(line) + own.length(), level));
            }
        }
        options.accept(new SyntaxOption(Tier.A, 0.93, "Take the condition into the loop", shifted));
    }
}
