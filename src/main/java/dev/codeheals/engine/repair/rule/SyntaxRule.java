package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A rule about files that do not compile. What it offers is parsed first; only what leaves fewer faults is proposed.
abstract class SyntaxRule implements RepairRule {
    private static final Set<String> TYPES = Set.of("SyntaxError", "IndentationError", "TabError", "_IncompleteInputError");
    private static final int MOST = 6;
    /// Parsing is what costs; a long broken line offers thousands of edits.
    private static final int MOST_PARSED = 250;

    /// From here on the first option leaves the others little chance: of the edits that make a file compile only one is right.
    static final double CLEAR = 0.9;
    static final double SECOND = 0.65;
    private static final double STRANGE = 0.4;

    private final String id;
    private final Set<String> answers;

    /// @param answers codes beside that of plain "invalid syntax", which is what older Pythons say of nearly everything
    SyntaxRule(String id, String... answers) {
        this.id = id;
        this.answers = Stream.concat(Stream.of("SYN.INVALID_SYNTAX"), Stream.of(answers)).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Set<String> answers() {
        return answers;
    }

    /// Offers every way this rule knows.
    abstract void offer(SyntaxPlace place, Consumer<SyntaxOption> options);

    static boolean isAbout(Fault fault) {
        return TYPES.contains(fault.exceptionType());
    }

    @Override
    public final List<CandidatePatch> propose(Fault fault) {
        if (!isAbout(fault)) {
            return List.of();
        }
        SyntaxPlace place = new SyntaxPlace(fault);
        List<SyntaxOption> offered = new ArrayList<>();
        offer(place, offered::add);
        Set<List<Replacement>> seen = new HashSet<>();
        List<SyntaxOption> compiling = strangeLast(place, offered.stream().filter(o -> seen.add(o.replacements())).sorted(Comparator.comparingDouble(SyntaxOption::prior).reversed())
                .limit(MOST_PARSED)
                .filter(place::improves).limit(MOST).toList());
        boolean only = compiling.size() == 1;
        boolean clear = !compiling.isEmpty() && compiling.getFirst().prior() >= CLEAR;
        List<CandidatePatch> patches = new ArrayList<>();
        for (int i = 0; i < compiling.size(); i++) {
            SyntaxOption option = compiling.get(i);
            patches.add(patch(fault, clear && i > 0 ? option.atMost(SECOND - 0.01 * i) : option, only));
        }
        return patches;
    }

    /// What compiles but reads a name that nobody set has come out by chance, if another edit reads none.
    private static List<SyntaxOption> strangeLast(SyntaxPlace place, List<SyntaxOption> compiling) {
        if (compiling.size() < 2) {
            return compiling;
        }
        Map<SyntaxOption, Long> strange = new HashMap<>();
        compiling.forEach(option -> strange.put(option, place.strangeNames(option)));
        long least = Collections.min(strange.values());
        return compiling.stream().map(option -> strange.getOrDefault(option, least) > least ? option.atMost(STRANGE) : option)
                .sorted(Comparator.comparingDouble(SyntaxOption::prior).reversed()).toList();
    }

    /// The only edit of its kind that compiles is right twice as surely as one among several.
    private CandidatePatch patch(Fault fault, SyntaxOption option, boolean only) {
        double prior = only ? 1 - (1 - option.prior()) / 2 : option.prior();
        return draft(fault, option.description()).rated(option.tier(), prior).because("The file compiles with it.")
                .edit(fault.file(), option.replacements().toArray(Replacement[]::new)).done();
    }
}
