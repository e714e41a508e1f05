package dev.codeheals.engine.repair.pattern;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.repair.pattern.FileTokens.Span;
import dev.codeheals.engine.source.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Learns the abstract steps behind one changed file.
final class StepLearner {
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*|[^\\p{L}_]+");
    private static final int MOST_CONTEXT = 8;
    private static final Set<String> BRACKETS = Set.of("(", ")", "[", "]", "{", "}");

    private final DiagnosisWords words;
    private final FileTokens before;
    private final FileTokens after;
    private final boolean failingFile;
    private final Span failing;
    private final boolean abstracted;

    /// @param abstracted whether to make holes; without, the steps fit only code like that they were learnt from
    StepLearner(Diagnosis diagnosis, FileTokens before, FileTokens after, boolean abstracted) {
        this.words = DiagnosisWords.of(diagnosis);
        this.before = before;
        this.after = after;
        this.failingFile = before.source().path().equals(diagnosis.file());
        Integer line = diagnosis.line();
        this.failing = failingFile && line != null ? before.logicalLine(line) : Span.NONE;
        this.abstracted = abstracted;
    }

    /// The steps of all hunks; empty if there is nothing to learn.
    List<Step> learn() {
        List<Step> steps = new ArrayList<>();
        for (TokenHunk hunk : TokenHunk.between(before, after)) {
            Optional<List<Step>> learnt = imports(hunk).or(() -> rename(hunk)).or(() -> rewrite(hunk).map(List::of));
            if (learnt.isEmpty()) {
                return List.of();
            }
            steps.addAll(learnt.get());
        }
        return steps;
    }

    private Optional<List<Step>> imports(TokenHunk hunk) {
        if (!failingFile || !topLevel(after, hunk.newFrom())) {
            return Optional.empty();
        }
        Optional<Set<Imports.Binding>> now = Imports.only(lines(after, hunk.newFrom(), hunk.newTo()));
        Optional<Set<Imports.Binding>> old = hunk.wholeLines(before, after) && hunk.insertion() ? Optional.of(Set.of())
                : Imports.only(lines(before, hunk.from(), hunk.to()));
        if (now.isEmpty() || old.isEmpty() || !now.get().containsAll(old.get()) || now.get().isEmpty()) {
            return Optional.empty();
        }
        Set<Imports.Binding> added = new LinkedHashSet<>(now.get());
        added.removeAll(old.get());
        return Optional.of(added.stream().<Step>map(b -> new Step.AddImport(hole(b.module()), b.name() == null ? null : hole(b.name()),
                b.alias() == null ? null : hole(b.alias()))).toList());
    }

    private String hole(String text) {
        return abstracted ? words.hole(text).map(name -> "{" + name + "}").orElse(text) : text;
    }

    /// A word changed inside an f-string, which is one token.
    private Optional<List<Step>> rename(TokenHunk hunk) {
        boolean one = hunk.to() - hunk.from() == 1 && hunk.newTo() - hunk.newFrom() == 1 && failing.holds(hunk.from());
        if (!one || before.at(hunk.from()).kind() != Token.Kind.STRING || !Strings.formatted(before.at(hunk.from()).text())) {
            return Optional.empty();
        }
        List<String> old = WORD.matcher(before.at(hunk.from()).text()).results().map(MatchResult::group).toList();
        List<String> now = WORD.matcher(after.at(hunk.newFrom()).text()).results().map(MatchResult::group).toList();
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 0; i < Math.min(old.size(), now.size()); i++) {
            if (!old.get(i).equals(now.get(i))) {
                pairs.add(old.get(i) + " " + now.get(i));
            }
        }
        if (old.size() != now.size() || pairs.size() != 1) {
            return Optional.empty();
        }
        String[] pair = pairs.iterator().next().split(" ", -1);
        boolean names = pair.length == 2 && Character.isJavaIdentifierStart(pair[0].charAt(0)) && Character.isJavaIdentifierStart(pair[1].charAt(0));
        return names ? Optional.of(List.of(new Step.Rename(hole(pair[0]), hole(pair[1])))) : Optional.empty();
    }

    /// The rewrite with the least context that finds its place and no other; of equally short ones the one that says most about other code.
    /// On the failing line a few more tokens are taken where they tell what the place is about, or which name the new code speaks of.
    private Optional<Step> rewrite(TokenHunk hunk) {
        boolean local = abstracted && failing.holds(hunk.from());
        Context context = new Context(before, failing);
        Optional<Step> shortest = Optional.empty();
        for (int size = hunk.insertion() ? 1 : 0; size <= 2 * MOST_CONTEXT; size++) {
            List<Step.Rewrite> fits = new ArrayList<>();
            for (int left = 0; left <= size; left++) {
                tried(hunk, local, left, size - left).ifPresent(fits::add);
            }
            Optional<Step> best = fits.stream().filter(fit -> !local || context.tells(fit)).min(Comparator.comparingInt(StepLearner::cost))
                    .map(Step.class::cast);
            if (best.isPresent()) {
                return best;
            }
            if (shortest.isEmpty()) {
                shortest = fits.stream().min(Comparator.comparingInt(StepLearner::cost)).map(Step.class::cast);
            }
        }
        return shortest;
    }

    /// How much a context ties the edit to the code it was learnt from.
    private static int cost(Step.Rewrite rewrite) {
        return Stream.concat(rewrite.before().stream(), rewrite.after().stream()).mapToInt(atom -> switch (atom) {
            case Atom.Hole hole -> hole.name().startsWith("n") ? 2 : 0;
            case Atom.Literal literal -> switch (literal.kind()) {
                case NEWLINE, INDENT, DEDENT -> 0;
                case KEYWORD -> 1;
                case OPERATOR -> BRACKETS.contains(literal.text()) ? 2 : 1;
                default -> 3;
            };
        }).sum();
    }

    private Optional<Step.Rewrite> tried(TokenHunk hunk, boolean local, int left, int right) {
        int begin = Math.max(0, hunk.from() - left);
        int end = Math.min(before.size(), hunk.to() + right);
        if (left > MOST_CONTEXT || right > MOST_CONTEXT || (local && (begin < failing.from() || end > failing.to()))) {
            return Optional.empty();
        }
        Abstraction abstraction = new Abstraction(abstracted ? words : DiagnosisWords.none(), local, before, hunk.from(), hunk.to(), after,
                hunk.newFrom(), hunk.newTo());
        List<Atom> find = abstraction.find(before, hunk.from(), hunk.to());
        List<Atom> head = abstraction.context(before, begin, hunk.from());
        List<Atom> tail = abstraction.context(before, hunk.to(), end);
        List<Atom> with = abstraction.with(after, hunk.newFrom(), hunk.newTo());
        String path = failingFile ? "" : before.source().path();
        Step.Anchor anchor = local ? Step.Anchor.FAILING : Step.Anchor.NEAREST;
        Step.Rewrite rewrite = new Step.Rewrite(path, anchor, head, find, with, tail, after.spacedAt(hunk.newTo()));
        Span where = local ? failing : new Span(0, before.size() + 1);
        List<TokenMatcher.Match> places = new TokenMatcher(before, words.all()).find(rewrite, where, 2);
        boolean unique = places.size() == 1 && places.getFirst().from() == hunk.from() && places.getFirst().to() == hunk.to();
        return unique ? Optional.of(rewrite) : Optional.empty();
    }

    private static boolean topLevel(FileTokens file, int index) {
        return file.source().indentOf(file.lineOf(file.lineBegin(Math.min(index, file.size() - 1)))).isEmpty();
    }

    /// The source of the logical lines that hold a range of tokens.
    private static String lines(FileTokens file, int from, int to) {
        int begin = file.lineBegin(from);
        int end = file.lineEnd(Math.max(from, to - 1));
        if (begin >= end) {
            return "";
        }
        return file.source().text().substring(file.at(begin).start(), file.at(end - 1).end());
    }
}
