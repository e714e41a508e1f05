package dev.codeheals.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

class CPythonTreeTest {

    @Test
    void givesTheSameTreesAsPythonForASampleOfItsLibrary(TestReporter report) throws IOException, InterruptedException {
        CPython python = CPython.found();
        assertThat(differences(python, python.sample(60), report)).isEmpty();
    }

    @Test
    @Tag("proof")
    void givesTheSameTreesAsPythonForItsWholeLibrary(TestReporter report) throws IOException, InterruptedException {
        CPython python = CPython.found();
        assertThat(differences(python, python.files(), report)).isEmpty();
    }

    @Test
    void findsNoFaultInFilesThatPythonAccepts(TestReporter report) throws IOException, InterruptedException {
        CPython python = CPython.found();
        List<Path> faulty = python.sample(600).stream().filter(f -> CPython.text(f).map(t -> !PythonParser.parse(f.toString(), t).isValid())
                .orElse(false)).toList();
        assertThat(differences(python, faulty, report)).isEmpty();
    }

    private static List<String> differences(CPython python, List<Path> files, TestReporter report) throws IOException, InterruptedException {
        List<String> differences = new ArrayList<>();
        python.run("dump_ast.py", files, lines -> {
            int same = 0;
            int refused = 0;
            for (Path file : files) {
                Optional<List<String>> theirs = next(lines);
                Optional<String> text = CPython.text(file);
                if (theirs.isEmpty() || text.isEmpty()) {
                    refused++;
                    continue;
                }
                Parsed parsed = PythonParser.parse(file.toString(), text.get());
                String difference = difference(theirs.get(), AstDump.of(parsed.module(), python.minor() >= 12));
                if (difference.isEmpty() && parsed.isValid()) {
                    same++;
                } else {
                    differences.add(file + ": " + difference + " " + parsed.faults());
                }
            }
            report.publishEntry("trees of 3." + python.minor(), same + " the same, " + differences.size() + " different, " + refused
                    + " refused by Python");
        });
        return differences;
    }

    private static Optional<List<String>> next(BufferedReader lines) {
        try {
            String head = lines.readLine();
            assertThat(head).startsWith("# ");
            List<String> dump = new ArrayList<>();
            for (String line = lines.readLine(); line != null && !line.equals("# end"); line = lines.readLine()) {
                if (line.startsWith("# error")) {
                    return Optional.empty();
                }
                dump.add(line);
            }
            return Optional.of(dump);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String difference(List<String> theirs, List<String> ours) {
        for (int i = 0; i < Math.min(theirs.size(), ours.size()); i++) {
            if (!theirs.get(i).equals(ours.get(i))) {
                return "line " + i + ": Python has <" + theirs.get(i) + ">, we have <" + ours.get(i) + ">";
            }
        }
        return theirs.size() == ours.size() ? "" : "Python has " + theirs.size() + " nodes, we have " + ours.size();
    }
}
