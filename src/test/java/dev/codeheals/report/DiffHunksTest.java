package dev.codeheals.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiffHunksTest {
    @Test
    void anAddedLineIsAnInsertionBeforeTheNextOne() {
        assertThat(DiffHunks.read("""
                --- a/app.py
                +++ b/app.py
                @@ -1,2 +1,3 @@
                 a
                +b
                 c
                """)).containsExactly(new DiffHunks.FileChange("app.py", List.of(new DiffHunks.LineChange(2, 0, "b\n"))));
    }

    @Test
    void changedLinesAreReplacedTogether() {
        assertThat(DiffHunks.read("""
                --- a/app.py
                +++ b/app.py
                @@ -4,3 +4,2 @@
                 a
                -b
                -c
                +d
                """)).containsExactly(new DiffHunks.FileChange("app.py", List.of(new DiffHunks.LineChange(5, 2, "d\n"))));
    }

    @Test
    void aNewFileIsInsertedAtItsFirstLine() {
        assertThat(DiffHunks.read("""
                --- /dev/null
                +++ b/shop/__init__.py
                @@ -0,0 +1 @@
                +x = 1
                """)).containsExactly(new DiffHunks.FileChange("shop/__init__.py", List.of(new DiffHunks.LineChange(1, 0, "x = 1\n"))));
    }

    @Test
    void twoFilesAreKeptApart() {
        assertThat(DiffHunks.read("""
                --- a/a.py
                +++ b/a.py
                @@ -1 +1 @@
                -a
                +b
                --- a/b.py
                +++ b/b.py
                @@ -9 +9 @@
                -c
                +d
                """)).extracting(DiffHunks.FileChange::path).containsExactly("a.py", "b.py");
    }

    @Test
    void whatIsNoDiffChangesNothing() {
        assertThat(DiffHunks.read("nothing to see")).isEmpty();
    }
}
