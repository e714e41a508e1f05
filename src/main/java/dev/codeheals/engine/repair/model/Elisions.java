package dev.codeheals.engine.repair.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Recognises lines that stand for code a reply leaves out: {@code # ... rest of the file}.
final class Elisions {
    private static final Pattern DOTS = Pattern.compile("\\s*(?:#|//)\\s*(?:\\.{3}|…).*|\\s*(?:\\.{3}|…)\\s*(?:\\(?\\s*(?:rest|existing|unchanged|remaining|same|other|omitted|code).*)");
    private static final Pattern WORDS = Pattern.compile("\\s*#\\s*[(\\[]?\\s*(?:the )?(?:rest|remaining|remainder|existing|other|previous|original)\\b.{0,60}\\b(?:unchanged|same|here|remains?|as before|code|file|function|class|methods?|imports?)\\b.{0,40}",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\s*(?:#.*|(?:pass|\\.{3}|…|\\[(?:\\.{3}|…)]|raise NotImplementedError\\b.*)\\s*(?:#.*)?|<[^<>]*>)");
    private static final Pattern STUB = Pattern.compile("\\s*(?:async )?(def \\w{1,80})\\(.*:\\s*(?:pass|\\.{3})\\s*(?:#.*)?");

    private Elisions() {}

    static boolean isElision(String line) {
        return line.length() < 160 && (DOTS.matcher(line).matches() || WORDS.matcher(line).matches());
    }

    /// Whether the code leaves something out that the file does not: such a comment may be the file's own.
    static boolean leavesOut(List<String> code, List<String> file) {
        return bareDots(code, file) || code.stream().anyMatch(line -> isElision(line) && file.stream().noneMatch(own -> own.strip().equals(line.strip())));
    }

    /// Three dots that are not all there is of a body.
    private static boolean bareDots(List<String> code, List<String> file) {
        if (file.stream().anyMatch(line -> line.strip().equals("..."))) {
            return false;
        }
        List<String> solid = code.stream().filter(line -> !line.isBlank()).toList();
        for (int i = 0; i < solid.size(); i++) {
            boolean more = i + 1 < solid.size() && Indents.of(solid.get(i + 1)).length() >= Indents.of(solid.get(i)).length();
            boolean opened = i > 0 && solid.get(i - 1).endsWith(":") && Indents.of(solid.get(i - 1)).length() < Indents.of(solid.get(i)).length();
            if (solid.get(i).strip().equals("...") && (more || !opened)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the code gives the head alone of a function that has a body in the file.
    static boolean stubs(List<String> code, List<String> file) {
        return code.stream().map(STUB::matcher).anyMatch(stub -> stub.matches() && file.stream().noneMatch(own -> own.strip().equals(stub.group().strip()))
                && file.stream().anyMatch(own -> own.contains(stub.group(1) + "(")));
    }

    /// Whether comments, dots or a {@code pass} stand in the place of code: whatever their words and language, code is missing.
    static boolean standsFor(List<String> fresh, List<String> old) {
        return !fresh.isEmpty() && old.stream().filter(line -> !line.isBlank() && !line.strip().startsWith("#")).count() >= 2
                && fresh.stream().allMatch(line -> line.isBlank() || PLACEHOLDER.matcher(line).matches()) && !fresh.stream().allMatch(String::isBlank);
    }

    static boolean stands(String line) {
        return isElision(line) || line.strip().equals("...");
    }

    /// The stretches between such lines.
    static List<List<String>> split(List<String> lines) {
        List<List<String>> parts = new ArrayList<>();
        List<String> part = new ArrayList<>();
        for (String line : lines) {
            if (isElision(line)) {
                parts.add(List.copyOf(part));
                part.clear();
            } else {
                part.add(line);
            }
        }
        parts.add(List.copyOf(part));
        return parts;
    }
}
