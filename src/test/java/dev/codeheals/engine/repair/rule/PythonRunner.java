package dev.codeheals.engine.repair.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codeheals.engine.run.Interpreter;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A real Python that runs many small programs quickly, each in its own fork.
final class PythonRunner {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Optional<PythonRunner> SHARED = start();

    private final BufferedWriter requests;
    private final BufferedReader answers;
    private final Interpreter interpreter;

    private PythonRunner(Process process) throws IOException {
        requests = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        JsonNode hello = JSON.readTree(answers.readLine());
        Set<String> stdlib = new TreeSet<>();
        hello.get("stdlib").forEach(n -> stdlib.add(n.asText()));
        interpreter = new Interpreter(Path.of(hello.get("executable").asText()), hello.get("major").asInt(), hello.get("minor").asInt(),
                hello.get("version").asText(), stdlib, Set.of(), false);
    }

    /// The first python3 of 3.9 or later found on the path; empty if there is none or it cannot fork.
    static Optional<PythonRunner> shared() {
        return SHARED;
    }

    private static Optional<PythonRunner> start() {
        List<String> folders = new ArrayList<>(List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)));
        for (String folder : folders) {
            Path python = Path.of(folder, "python3");
            if (Files.isExecutable(python) && isRecent(python)) {
                try {
                    Process process = new ProcessBuilder(python.toString(), "-I", Path.of("src/test/python/rule_runner.py").toAbsolutePath().toString())
                            .redirectError(ProcessBuilder.Redirect.DISCARD).start();
                    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
                    return Optional.of(new PythonRunner(process));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isRecent(Path python) {
        try {
            Process process = new ProcessBuilder(python.toString(), "-c", "import os, sys; os.fork; sys.exit(sys.version_info < (3, 9))")
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Interpreter interpreter() {
        return interpreter;
    }

    /// Runs a program and tells how it ended.
    synchronized Outcome run(Path folder, String script) {
        try {
            requests.write(JSON.writeValueAsString(Map.of("dir", folder.toRealPath().toString(), "script", script)));
            requests.newLine();
            requests.flush();
            JsonNode answer = JSON.readTree(answers.readLine());
            return new Outcome(answer.get("code").asInt(), answer.get("output").asText(), answer.get("facts").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How a run ended, all it printed, and what was seen of it, see {@code FactsReader}.
    record Outcome(int code, String output, String facts) {}
}
