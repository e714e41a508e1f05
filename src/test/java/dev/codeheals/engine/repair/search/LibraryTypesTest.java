package dev.codeheals.engine.repair.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTypesTest {
    @TempDir
    Path folder;

    @Test
    void theOnlyParameterOfAQuery() {
        assertThat(best("""
                def name_of(db, key):
                    return db.execute("SELECT name FROM users WHERE id = ?", key).fetchone()
                """, "sqlite3.ProgrammingError: Error binding parameter 1: type 'list' is not supported")).contains("id = ?\", (key,))");
    }

    @Test
    void aRateAmongDecimals() {
        assertThat(best("""
                from decimal import Decimal

                def tax(net):
                    return net * 0.19
                """, "TypeError: unsupported operand type(s) for *: 'decimal.Decimal' and 'float'")).contains("net * Decimal(str(0.19))");
    }

    @Test
    void theOutputOfACommand() {
        assertThat(best("""
                import subprocess

                def branches(folder):
                    return subprocess.check_output(["git", "branch"], cwd=folder).split("\\n")
                """, "TypeError: a bytes-like object is required, not 'str'")).contains("cwd=folder, text=True)");
    }

    @Test
    void aDateThatIsStillText() {
        assertThat(best("""
                from datetime import date

                def shown(event):
                    return event["day"].strftime("%d.%m.%Y")
                """, "AttributeError: 'str' object has no attribute 'strftime'")).contains("date.fromisoformat(event[\"day\"]).strftime");
    }

    @Test
    void whatAMemberStandsFor() {
        assertThat(best("""
                from enum import Enum

                class Status(Enum):
                    DONE = "done"

                def is_done(record):
                    return record["status"] == Status.DONE
                """, "AssertionError: False is not true")).contains("== Status.DONE.value");
    }

    private String best(String program, String raised) {
        List<String> repaired = new WrongAnswer(folder, program, raised).repaired();
        return repaired.getFirst();
    }
}
