package dev.codeheals.engine.repair.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What would do instead of a fix if the tests asked for nothing.
class WeakeningTest {
    @TempDir
    Path folder;

    @Test
    void aMendedConditionIsDecidedBothWays() throws IOException {
        assertThat(weakened("""
                def charset(name, value):
                    if name == "charset":
                        return value
                """, "==", "!=")).containsExactly("""
                def charset(name, value):
                    if True:
                        return value
                """, """
                def charset(name, value):
                    if False:
                        return value
                """);
    }

    @Test
    void theOnlyLineOfABranchIsSkipped() throws IOException {
        assertThat(weakened("""
                def same(one, two):
                    if one is two:
                        return True
                    return one.text == two.text
                """, "True", "False")).containsExactly("""
                def same(one, two):
                    if False:
                        return True
                    return one.text == two.text
                """);
    }

    @Test
    void aLoopIsLeftAsItIs() throws IOException {
        assertThat(weakened("""
                def halves(n):
                    while n > 1:
                        n //= 2
                """, ">", ">=")).isEmpty();
    }

    @Test
    void aPlainLineHasNothingWeaker() throws IOException {
        assertThat(weakened("total = price + tax\n", "+", "*")).isEmpty();
    }

    private List<String> weakened(String program, String old, String now) throws IOException {
        Files.writeString(folder.resolve("program.py"), program);
        int at = program.indexOf(old);
        CandidatePatch fix = new CandidatePatch("search:comparison", "Change it", List.of(new FileEdit("program.py", false,
                List.of(new Replacement(at, at + old.length(), now)))), Tier.B, 0.5, null, "");
        return new SearchSource().weakened(ProjectSnapshot.of(folder), fix).stream().map(w -> w.edits().getFirst().applyTo(program)).toList();
    }
}
