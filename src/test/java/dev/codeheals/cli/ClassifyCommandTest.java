package dev.codeheals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codeheals.engine.classify.PacketHash;
import dev.codeheals.engine.classify.ProjectTaxonomies;
import dev.codeheals.store.Database;
import dev.codeheals.store.Envelopes;
import dev.codeheals.store.SqliteClusterRules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ClassifyCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path data;

    @TempDir
    Path project;

    private record Ran(int exit, String out, String err) {}

    @Test
    void oneJsonObjectALineAndNothingElseOnStandardOutput() throws IOException {
        Ran ran = run(trace() + "noise\n" + trace().replace("'total'", "'sum'"), "--json");
        assertThat(ran.exit).isZero();
        assertThat(ran.out.lines()).hasSize(2);
        JsonNode line = JSON.readTree(ran.out.lines().findFirst().orElseThrow());
        assertThat(line.path("rebanker_raw").path("cluster_id").asText()).isEqualTo("KEY.KEY_ERROR:total");
        assertThat(line.path("rebanker_hash").asText()).isEqualTo(PacketHash.of(line.path("rebanker_raw")));
        assertThat(line.path("chain")).hasSize(1);
        assertThat(line.path("frames").get(0).path("function").asText()).isEqualTo("<module>");
        assertThat(line.path("frames").get(1).path("line").asInt()).isEqualTo(4);
    }

    @Test
    void theFileIsGivenRelativeToTheProject() throws IOException {
        Ran ran = run(trace(), "--json", "--project", project.toString());
        assertThat(JSON.readTree(ran.out).path("rebanker_raw").path("file").asText()).isEqualTo("shop/cart.py");
    }

    @Test
    void thePlainTextMarksTheInnermostFrameOfTheProject() {
        Ran ran = run(trace(), "--project", project.toString());
        assertThat(ran.out).contains("KEY.KEY_ERROR").contains("KeyError: 'total'").contains("> " + project + "/shop/cart.py:4 in total");
        for (String entry : List.of("cluster ", "means ", "hint ", "healed by  the rules ", "why ", "grouped ", "detector ", "frames ")) {
            assertThat(ran.out).contains("\n  " + entry);
        }
    }

    @Test
    void textWithoutAFailureExitsWithOneAndPrintsNothing() {
        assertThat(run("all is well\n", "--json")).isEqualTo(new Ran(1, "", ""));
    }

    @Test
    void aFileIsReadWhereOneIsNamed() throws IOException {
        Path log = Files.writeString(data.resolve("build.log"), trace());
        assertThat(run("", "--json", log.toString()).exit).isZero();
    }

    @Test
    void aMissingFileIsSaidInOneLine() {
        Ran ran = run("", data.resolve("none.log").toString());
        assertThat(ran.exit).isEqualTo(2);
    }

    @Test
    void ownCategoriesCount() throws IOException {
        write(data.resolve("taxonomy"), "\"explain\": \"The key was not found in the dictionary.\"");
        assertThat(JSON.readTree(run(trace(), "--json").out).path("rebanker_raw").path("error_code").asText()).isEqualTo("OWN.TOTAL");
    }

    @Test
    void aBadFileOfCategoriesIsNamedWithLineAndReason() throws IOException {
        write(ProjectTaxonomies.folderOf(project), "\"explain\": 7");
        Ran ran = run("all is well\n", "--json", "--project", project.toString());
        assertThat(ran.err).contains("own.json:2: ").contains("explain");
        assertThat(ran.out).isEmpty();
    }

    @Test
    void clustersThatThePersonMergedCountHereToo() throws IOException {
        try (Database database = Database.open(data, Envelopes.CLOCK)) {
            new SqliteClusterRules(database).change(rules -> rules.merge("KEY.KEY_ERROR:total", "KEY.KEY_ERROR:sum"));
        }
        assertThat(JSON.readTree(run(trace(), "--json").out).path("rebanker_raw").path("cluster_id").asText()).isEqualTo("KEY.KEY_ERROR:sum");
    }

    @Test
    void aStoreWithoutMergesIsNotOpened() throws IOException {
        Path database = data.resolve("codeheals.db");
        Files.writeString(database, "no database at all");
        assertThat(run(trace()).exit).isZero();
        assertThat(database).hasContent("no database at all");
        assertThat(data).isDirectoryNotContaining("glob:**.db-*");
    }

    private static void write(Path folder, String explain) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("own.json"), """
                {"categories": [{"code": "OWN.TOTAL", "title": "No total", "severity": "RECOVERABLE", "difficulty": 0.2, "confidence": 0.9,
                  "hint": "Add the total first.", %s,
                  "detectors": [{"types": ["KeyError"], "pattern": "'total'"}], "examples": ["KeyError: 'total'"]}]}
                """.formatted(explain));
    }

    private String trace() {
        return """
                Traceback (most recent call last):
                  File "%1$s/shop/main.py", line 9, in <module>
                    total({})
                  File "%1$s/shop/cart.py", line 4, in total
                    return order['total']
                KeyError: 'total'
                """.formatted(project);
    }

    private Ran run(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), false, false);
        InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        int exit = new CommandLine(new ClassifyCommand(console, in)).setExecutionExceptionHandler((fault, line, parsed) -> ExitCode.USAGE)
                .execute(all.toArray(String[]::new));
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
