package dev.codeheals.engine.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTaxonomiesTest {
    @TempDir
    Path user;

    @TempDir
    Path project;

    private final AtomicLong clock = new AtomicLong();
    private final List<TaxonomyProblem> complaints = new ArrayList<>();
    private final AtomicLong written = new AtomicLong(1_700_000_000);
    private ProjectTaxonomies taxonomies;

    @BeforeEach
    void start() {
        taxonomies = new ProjectTaxonomies(user, clock::get, complaints::add);
    }

    @Test
    void withoutFilesTheBuiltInTaxonomyCounts() {
        assertThat(taxonomies.apply(ProjectPaths.UNKNOWN)).isSameAs(Taxonomy.builtIn());
    }

    @Test
    void theUsersFileGoesBeforeTheBuiltInOne() throws IOException {
        write(user, "The user's");
        assertThat(title(ProjectPaths.UNKNOWN)).isEqualTo("The user's");
    }

    @Test
    void theProjectsFileGoesBeforeTheUsers() throws IOException {
        write(user, "The user's");
        write(ProjectTaxonomies.folderOf(project), "The project's");
        assertThat(title(ProjectPaths.of(project))).isEqualTo("The project's");
        assertThat(title(ProjectPaths.UNKNOWN)).isEqualTo("The user's");
    }

    @Test
    void anEditedFileCountsWithinASecond() throws IOException {
        write(user, "Before");
        assertThat(title(ProjectPaths.UNKNOWN)).isEqualTo("Before");
        write(user, "After it");
        assertThat(title(ProjectPaths.UNKNOWN)).isEqualTo("Before");
        later();
        assertThat(title(ProjectPaths.UNKNOWN)).isEqualTo("After it");
    }

    @Test
    void aFileThatBreaksKeepsItsLastGoodContent() throws IOException {
        write(user, "Good");
        assertThat(title(ProjectPaths.UNKNOWN)).isEqualTo("Good");
        Files.writeString(user.resolve("own.json"), "{ not json");
        later();
        assertThat(title(ProjectPaths.UNKNOWN)).isEqualTo("Good");
        assertThat(complaints).hasSize(1);
        assertThat(complaints.getFirst().toString()).contains("own.json:1: this is not JSON");
    }

    @Test
    void whatIsWrongInAFileIsSaidOnce() throws IOException {
        Files.writeString(user.resolve("own.json"), "[]");
        for (int i = 0; i < 3; i++) {
            taxonomies.apply(ProjectPaths.UNKNOWN);
            taxonomies.apply(ProjectPaths.of(project));
            later();
        }
        assertThat(complaints).hasSize(1);
    }

    @Test
    void aDeletedFileNoLongerCounts() throws IOException {
        write(user, "Mine");
        assertThat(title(ProjectPaths.UNKNOWN)).isEqualTo("Mine");
        Files.delete(user.resolve("own.json"));
        later();
        assertThat(title(ProjectPaths.UNKNOWN)).isNotEqualTo("Mine");
    }

    private void later() {
        clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
    }

    private String title(ProjectPaths paths) {
        return taxonomies.apply(paths).match("KeyError", "'x'").orElseThrow().category().title();
    }

    private void write(Path folder, String title) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("own.json");
        Files.writeString(file, """
                {"categories": [{"code": "KEY.KEY_ERROR", "title": "%s", "severity": "RECOVERABLE", "difficulty": 0.2, "confidence": 0.9,
                  "hint": "Look whether it is there.", "explain": "The key was not found in the dictionary.",
                  "detectors": [{"types": ["KeyError"]}], "examples": ["KeyError: 'x'"]}]}
                """.formatted(title));
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(written.incrementAndGet())));
    }
}
