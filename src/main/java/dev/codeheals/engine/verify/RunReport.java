package dev.codeheals.engine.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the runner's own report says, line by line; see {@code codeheals_child.py}.
///
/// @param collected    ids of tests found
/// @param tests        their outcomes, as far as they ran
/// @param complete     whether the runner came to its end
/// @param root         the folder pytest's ids start at; empty for other runners
/// @param modules      modules the program imported that are not its own, in the order of import
/// @param compileFault the first changed file that does not compile
/// @param facts        what an instrumented run saw, as JSON
/// @param calls        what a probe's calls did
record RunReport(Set<String> collected, TestTally tests, boolean complete, String root, Set<String> modules, Optional<CompileFault> compileFault,
                 Optional<String> facts, List<CallOutcome.Group> calls) {
    static final RunReport NONE = new RunReport(Set.of(), TestTally.NONE, false, "", Set.of(), Optional.empty(), Optional.empty(), List.of());

    /// A changed file with a syntax error.
    record CompileFault(String file, int line, String message) {}

    RunReport {
        collected = Set.copyOf(collected);
        calls = List.copyOf(calls);
        modules = Collections.unmodifiableSet(new LinkedHashSet<>(modules));
    }

    static RunReport read(byte[] bytes) {
        Reader reader = new Reader();
        new String(bytes, StandardCharsets.UTF_8).lines().filter(line -> line.length() >= 2).forEach(reader::line);
        Set<String> passed = new LinkedHashSet<>(reader.passed);
        passed.removeAll(reader.failed);
        return new RunReport(reader.collected, new TestTally(passed, reader.failed, reader.skipped), reader.complete, reader.root,
                reader.modules, Optional.ofNullable(reader.fault), Optional.ofNullable(reader.facts), reader.calls);
    }

    private static final class Reader {
        private final Set<String> collected = new LinkedHashSet<>();
        private final Set<String> passed = new LinkedHashSet<>();
        private final Set<String> failed = new LinkedHashSet<>();
        private final Set<String> skipped = new LinkedHashSet<>();
        private final Set<String> modules = new LinkedHashSet<>();
        private final List<CallOutcome.Group> calls = new ArrayList<>();
        private boolean complete;
        private String root = "";
        private @Nullable CompileFault fault;
        private @Nullable String facts;

        private void line(String line) {
            String text = unescaped(line.substring(2));
            switch (line.charAt(0)) {
                case 'C' -> collected.add(text);
                case 'P' -> passed.add(text);
                case 'F' -> failed.add(text);
                case 'S' -> skipped.add(text);
                case 'M' -> modules.add(text);
                case 'R' -> root = text;
                case 'X' -> complete = true;
                case 'J' -> facts = text;
                case 'V' -> calls.add(CallOutcome.group(text));
                case 'E' -> fault = fault(text);
                default -> {
                    // A line cut off by the program's end.
                }
            }
        }

        private static CompileFault fault(String text) {
            String[] parts = text.split("\t", 3);
            return new CompileFault(parts[0], parts.length > 1 && parts[1].matches("\\d{1,9}") ? Integer.parseInt(parts[1]) : 0, parts[parts.length - 1]);
        }

        private static String unescaped(String text) {
            if (text.indexOf('\\') < 0) {
                return text;
            }
            StringBuilder plain = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '\\' && i + 1 < text.length()) {
                    char next = text.charAt(++i);
                    plain.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
                } else {
                    plain.append(c);
                }
            }
            return plain.toString();
        }
    }
}
