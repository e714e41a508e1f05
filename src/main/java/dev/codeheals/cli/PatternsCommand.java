package dev.codeheals.cli;

import dev.codeheals.engine.guard.InvisibleText;
import dev.codeheals.engine.knowledge.PatternExchange.ImportReport;
import dev.codeheals.engine.knowledge.SuccessPattern;
import dev.codeheals.wiring.Application;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// {@code patterns}: the library of fixes that held.
@Command(name = "patterns", mixinStandardHelpOptions = true, description = "Lists, searches, shares and forgets proven fixes.",
        footer = {"", "Examples:", "  codeheals patterns list", "  codeheals patterns search json", "  codeheals patterns export team.jsonl",
            "  codeheals patterns import team.jsonl"})
final class PatternsCommand implements Callable<Integer> {
    private static final int PAGE = 500;

    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    PatternsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return list(data);
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "All patterns, last used first.")
    int list(@Mixin DataOption options) {
        return print(options, "");
    }

    @Command(name = "search", mixinStandardHelpOptions = true, description = "Patterns whose text matches.")
    int search(@Mixin DataOption options, @Parameters(paramLabel = "Q") String query) {
        return print(options, query);
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "One pattern with its fix and where it came from.")
    int show(@Mixin DataOption options, @Parameters(paramLabel = "ID") long id) {
        try (Application application = options.open()) {
            application.tell(console::problem);
            SuccessPattern pattern = application.knowledge().find(id).orElseThrow(() -> unknown(id));
            console.answer(line(pattern));
            console.answer("learnt from " + pattern.source() + ", first " + pattern.firstSuccessAt() + ", last " + pattern.lastSuccessAt());
            application.knowledge().provenance(id).forEach(envelope -> console.answer("envelope " + envelope));
            console.answerPatch(pattern.fixDiff());
            return ExitCode.FINE;
        }
    }

    @Command(name = "export", mixinStandardHelpOptions = true, description = "Writes all patterns as JSON Lines.")
    int export(@Mixin DataOption options, @Parameters(paramLabel = "F") Path file) {
        try (Application application = options.open()) {
            application.tell(console::problem);
            try (Writer out = Files.newBufferedWriter(file)) {
                console.talk(application.patternExchange().exportTo(out) + " patterns written to " + file + ".");
            }
            return ExitCode.FINE;
        } catch (IOException e) {
            throw new PlainProblem(ExitCode.NOT_DONE, file + " could not be written: " + e.getMessage());
        }
    }

    @Command(name = "import", mixinStandardHelpOptions = true, description = "Merges patterns from JSON Lines. Importing twice changes nothing.")
    int importFrom(@Mixin DataOption options, @Parameters(paramLabel = "F") Path file) {
        try (Application application = options.open()) {
            application.tell(console::problem);
            try (BufferedReader in = Files.newBufferedReader(file)) {
                ImportReport report = application.patternExchange().importFrom(in);
                report.faults().forEach(console::problem);
                console.talk(report.added() + " patterns added, " + report.updated() + " updated, " + report.unchanged() + " known already.");
            }
            return ExitCode.FINE;
        } catch (CharacterCodingException _) {
            throw new PlainProblem(ExitCode.NOT_DONE, file + " is no text in UTF-8, so it holds no patterns.");
        } catch (IOException e) {
            throw new PlainProblem(ExitCode.NOT_DONE, file + " could not be read: " + e.getMessage());
        }
    }

    @Command(name = "forget", mixinStandardHelpOptions = true, description = "Removes a pattern.")
    int forget(@Mixin DataOption options, @Parameters(paramLabel = "ID") long id) {
        try (Application application = options.open()) {
            application.tell(console::problem);
            SuccessPattern pattern = application.knowledge().find(id).orElseThrow(() -> unknown(id));
            application.knowledge().forget(id);
            console.talk("Forgot: " + pattern.fixDescription() + ".");
            return ExitCode.FINE;
        }
    }

    private int print(DataOption options, String query) {
        try (Application application = options.open()) {
            application.tell(console::problem);
            List<SuccessPattern> page = application.knowledge().search(query, 0, PAGE);
            for (int offset = 0; !page.isEmpty(); ) {
                page.forEach(pattern -> console.answer(line(pattern)));
                offset += page.size();
                page = page.size() < PAGE ? List.of() : application.knowledge().search(query, offset, PAGE);
            }
            return ExitCode.FINE;
        }
    }

    private static String line(SuccessPattern pattern) {
        return InvisibleText.reveal(String.format(Locale.ROOT, "%5d  %-34s %4d× %.2f  %s%s", pattern.id(), pattern.clusterId(), pattern.successCount(),
                pattern.avgConfidence(), pattern.fixDescription(), pattern.tags().isEmpty() ? "" : "  " + pattern.tags().stream().sorted().toList()));
    }

    private static PlainProblem unknown(long id) {
        return new PlainProblem(ExitCode.NOT_DONE, "There is no pattern " + id + ". See: codeheals patterns list");
    }
}
