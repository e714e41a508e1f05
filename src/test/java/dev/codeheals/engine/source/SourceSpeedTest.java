package dev.codeheals.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

@Tag("bench")
class SourceSpeedTest {
    private static final String PIECE = """
            class Account(Base):
                \"""Holds money.\"""

                def __init__(self, owner: str, balance: float = 0.0) -> None:
                    self.owner = owner
                    self.history = [entry for entry in (balance, 1, 2) if entry is not None]

                def pay(self, amount, *others, note=None):
                    if amount <= 0 or amount > self.balance:
                        raise ValueError(f"cannot pay {amount:.2f} from {self.owner!r}")
                    self.balance -= amount  # at once
                    return {"amount": amount, 'note': note or "", "rest": self.balance}
            """;

    @Test
    void readsAThousandLinesInAFewMilliseconds(TestReporter report) {
        SourceFile file = SourceFile.of("a.py", PIECE.repeat(1000 / 12));
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 200; round++) {
            long start = System.nanoTime();
            Parsed parsed = PythonParser.parse(file);
            best = Math.min(best, System.nanoTime() - start);
            assertThat(parsed.isValid()).isTrue();
        }
        report.publishEntry("1,000 lines", best / 1000 + " µs, " + file.text().length() * 1000L / best + " MB/s");
        assertThat(best).isLessThan(50_000_000);
    }
}
