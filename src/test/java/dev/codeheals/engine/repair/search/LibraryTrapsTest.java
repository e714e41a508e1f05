package dev.codeheals.engine.repair.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTrapsTest {
    @TempDir
    Path folder;

    @Test
    void groupsAreSortedFirst() {
        assertThat(first(3, """
                from itertools import groupby

                def by_kind(rows):
                    return {kind: len(list(members)) for kind, members in groupby(rows, key=lambda row: row.kind)}
                """, "AssertionError: {'a': 1} != {'a': 2}")).anyMatch(text -> text.contains("groupby(sorted(rows, key=lambda row: row.kind), key="));
    }

    @Test
    void whatWasCountedIsTakenNotThePair() {
        assertThat(first(3, """
                def favourite(counts):
                    return counts.most_common(1)[0]
                """, "AssertionError: ('a', 2) != 'a'")).anyMatch(text -> text.contains("most_common(1)[0][0]"));
    }

    @Test
    void aSpanOfDaysIsCountedInAllItsSeconds() {
        assertThat(first(3, """
                def hours(span):
                    return span.seconds / 3600
                """, "AssertionError: 2.0 != 26.0")).anyMatch(text -> text.contains("span.total_seconds() / 3600"));
    }

    @Test
    void eachKeyGetsAListOfItsOwn() {
        assertThat(first(2, """
                def empty(names):
                    return dict.fromkeys(names, [])
                """, "AssertionError: [1, 2] != [1]")).anyMatch(text -> text.contains("{key: [] for key in names}"));
    }

    @Test
    void theKeyWithTheGreatestValueIsTaken() {
        assertThat(first(20, """
                def winner(tally):
                    return max(tally)
                """, "AssertionError: 'z' != 'a'")).anyMatch(text -> text.contains("max(tally, key=tally.get)"));
    }

    @Test
    void aFunctionIsHandedOverNotItsResult() {
        assertThat(first(4, """
                def by_length(words):
                    return sorted(words, key=len())
                """, "TypeError: len() takes exactly one argument (0 given)")).anyMatch(text -> text.contains("key=len)"));
    }

    @Test
    void aFolderMayBeThereAlready() {
        assertThat(first(2, """
                import os

                def folder(path):
                    os.makedirs(path)
                    return path
                """, "FileExistsError: [Errno 17] File exists: 'x'")).anyMatch(text -> text.contains("os.makedirs(path, exist_ok=True)"));
    }

    @Test
    void anEndingIsTakenOffAsAWhole() {
        assertThat(first(2, """
                def base(filename):
                    return filename.rstrip(".py")
                """, "AssertionError: 'ha' != 'happy'")).anyMatch(text -> text.contains("filename.removesuffix(\".py\")"));
    }

    @Test
    void anArgumentOfAThreadStandsInATuple() {
        assertThat(first(3, """
                import threading

                def started(job, number):
                    thread = threading.Thread(target=job, args=(number))
                    thread.start()
                    return thread
                """, "TypeError: job() argument after * must be an iterable, not int")).anyMatch(text -> text.contains("args=(number,))"));
    }

    private List<String> first(int count, String program, String raised) {
        return new WrongAnswer(folder, program, raised).repaired().stream().limit(count).toList();
    }
}
