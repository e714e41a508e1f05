package dev.codeheals.cli;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.classify.Explanation;
import dev.codeheals.engine.classify.ProjectPaths;
import dev.codeheals.engine.classify.ReBanker;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.detect.StackFrame;
import dev.codeheals.engine.detect.Traceback;
import dev.codeheals.engine.repair.rule.RepairRule;
import dev.codeheals.engine.repair.rule.RuleBook;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes each failure for a person: what it is, why it is called so, what to do, which rules may heal it, and where it happened.
final class FailureText implements Consumer<Failure> {
    private static final int WIDTH = 96;
    private static final int MOST_FRAMES = 40;
    private static final String INDENT = "             ";

    private final PrintStream out;
    private final Console console;
    private final ReBanker reBanker;
    private final ProjectPaths paths;
    private final RuleBook rules = RuleBook.standard(_ -> { });
    private int count;

    FailureText(PrintStream out, Console console, ReBanker reBanker, ProjectPaths paths) {
        this.out = out;
        this.console = console;
        this.reBanker = reBanker;
        this.paths = paths;
    }

    @Override
    public void accept(Failure failure) {
        Diagnosis diagnosis = reBanker.classify(failure, paths).diagnosis();
        Explanation words = reBanker.explain(failure, paths);
        if (count++ > 0) {
            out.println();
        }
        out.println(console.strong(diagnosis.errorCode()) + "  " + words.title());
        String message = diagnosis.message().isEmpty() ? "" : ": " + diagnosis.message();
        out.println("  " + console.bad(diagnosis.exceptionType() + message));
        entry("cluster", diagnosis.clusterId());
        entry("test", failure.testId());
        entry("where", where(diagnosis));
        entry("means", words.explain());
        entry("hint", words.hint());
        entry("healed by", healers(diagnosis));
        entry("why", words.whyThisCode());
        entry("grouped", words.groupedBecause());
        entry("detector", words.detector());
        chain(failure.chain());
        frames(ReBanker.frames(failure, paths));
        out.flush();
    }

    private String healers(Diagnosis diagnosis) {
        String ids = rules.answering(diagnosis.errorCode()).stream().map(RepairRule::id).collect(Collectors.joining(", "));
        return ids.isEmpty() ? "" : "the rules " + ids;
    }

    private static @Nullable String where(Diagnosis d) {
        if (d.file() == null) {
            return null;
        }
        return d.file() + (d.line() == null ? "" : ", line " + d.line()) + (d.function() == null ? "" : ", in " + d.function());
    }

    private void chain(List<Traceback> chain) {
        for (int i = chain.size() - 2; i >= 0; i--) {
            String message = chain.get(i).summary().isEmpty() ? "" : ": " + chain.get(i).summary();
            entry(chain.get(i + 1).relation() == Traceback.Relation.CAUSE ? "caused by" : "while", chain.get(i).exceptionType() + message);
        }
    }

    private void frames(List<StackFrame> frames) {
        int own = paths.innermostIndex(frames);
        for (int i = 0; i < frames.size(); i++) {
            if (frames.size() > MOST_FRAMES && i == MOST_FRAMES / 2) {
                out.println(INDENT + "  … " + (frames.size() - MOST_FRAMES) + " more …");
                i = frames.size() - MOST_FRAMES / 2;
            }
            StackFrame frame = frames.get(i);
            String line = (frame.file() == null ? "?" : frame.file()) + (frame.line() == 0 ? "" : ":" + frame.line())
                    + (frame.function().isEmpty() ? "" : " in " + frame.function());
            boolean marked = i == own;
            out.println((i == 0 ? "  " + padded("frames") : INDENT) + (marked ? console.strong("> " + line) : "  " + line));
            if (marked && frame.source() != null) {
                out.println(INDENT + "      " + frame.source());
            }
        }
    }

    private void entry(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return;
        }
        String lead = "  " + padded(name);
        for (String line : wrapped(text)) {
            out.println(lead + line);
            lead = INDENT;
        }
    }

    private static String padded(String name) {
        return String.format("%-11s", name);
    }

    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+", -1)) {
            if (line.length() > 0 && line.length() + word.length() >= WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
