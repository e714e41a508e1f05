package dev.codeheals.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.ui.task.Work;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A fix over two files: the first is changed at both ends, the second is new.
class DraftTest {
    private static final String BASE = "a = 1\nb = 2\nc = 3\nd = 4\n";
    private static final String FRESH = "a = 10\nb = 2\nc = 3\nd = 40\n";
    private final AtomicInteger choices = new AtomicInteger();
    private final Draft draft = new Draft(new Work(Runnable::run, Runnable::run, broken -> { throw new AssertionError(broken); }), choices::incrementAndGet);

    @BeforeEach
    void twoFiles() {
        draft.show(List.of(FileReview.of("shop/figures.py", BASE, FRESH, false), FileReview.of("shop/names.py", "", "NAME = 'shop'\n", false)));
    }

    @Test
    void stepsLeadFromTheLastChangeOfAFileIntoTheNextAndBack() {
        draft.step(1);
        assertThat(place()).isEqualTo("shop/figures.py 1");
        draft.step(1);
        assertThat(place()).isEqualTo("shop/names.py 0");
        draft.step(1);
        assertThat(place()).as("nothing comes after the last").isEqualTo("shop/names.py 0");
        draft.step(-1);
        assertThat(place()).isEqualTo("shop/figures.py 1");
    }

    @Test
    void aChangeLeftOutIsNotWrittenAndCanBeTakenBack() {
        draft.takeHunk(1, false);
        assertThat(draft.texts()).containsEntry("shop/figures.py", "a = 10\nb = 2\nc = 3\nd = 4\n").containsEntry("shop/names.py", "NAME = 'shop'\n");
        assertThat(draft.untouched()).isFalse();
        assertThat(draft.undo()).isTrue();
        assertThat(draft.texts()).containsEntry("shop/figures.py", FRESH);
        assertThat(draft.untouched()).isTrue();
        assertThat(draft.undo()).as("nothing more to take back").isFalse();
        assertThat(choices).hasValue(2);
    }

    @Test
    void whereEverythingIsLeftOutNothingWouldChange() {
        draft.takeHunk(0, false);
        draft.takeHunk(1, false);
        assertThat(draft.nothing()).isFalse();
        draft.fileProperty().set(draft.files().getLast());
        draft.takeHunk(0, false);
        assertThat(draft.nothing()).isTrue();
    }

    @Test
    void thePatchHoldsEveryFileAndSaysWhichIsNew() {
        assertThat(draft.patch()).contains("--- a/shop/figures.py", "+a = 10", "-d = 4", "--- /dev/null", "+++ b/shop/names.py", "+NAME = 'shop'");
    }

    @Test
    void anEditedTextStandsInPlaceOfTheProposal() {
        draft.edit("shop/names.py", "NAME = 'market'\n");
        assertThat(draft.texts()).containsEntry("shop/names.py", "NAME = 'market'\n");
        assertThat(draft.untouched()).isFalse();
        assertThat(place()).startsWith("shop/names.py");
    }

    private String place() {
        FileReview shown = draft.fileProperty().get();
        return (shown == null ? "" : shown.path()) + " " + draft.hunkProperty().get();
    }
}
