package dev.codeheals.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureScannerTest {
    private static final String KEY_ERROR = """
            Traceback (most recent call last):
              File "shop.py", line 9, in <module>
                total({})
              File "shop.py", line 4, in total
                return order['sum']
                       ~~~~~^^^^^^^
            KeyError: 'sum'
            """;

    @Test
    void readsTypeMessageAndFrames() {
        Traceback reported = one(KEY_ERROR).reported();
        assertThat(reported.exceptionType()).isEqualTo("KeyError");
        assertThat(reported.message()).isEqualTo("'sum'");
        assertThat(reported.frames()).containsExactly(new StackFrame("shop.py", 9, "<module>", "total({})"),
                new StackFrame("shop.py", 4, 8, "total", "return order['sum']", 12));
    }

    @Test
    void readsAnExceptionWithoutMessage() {
        Traceback reported = one(KEY_ERROR.replace("KeyError: 'sum'", "shop.errors.Empty")).reported();
        assertThat(reported.exceptionType()).isEqualTo("shop.errors.Empty");
        assertThat(reported.message()).isEmpty();
    }

    @Test
    void keepsEveryLineOfAMessage() {
        assertThat(one(KEY_ERROR.replace("KeyError: 'sum'", "ValueError: first\nsecond\n  third")).reported().message()).isEqualTo("first\nsecond\n  third");
    }

    @Test
    void readsWhereAProgramWasWhenItsTimeWasOver() {
        Traceback reported = one("""
                running the nightly job
                Timeout (0:00:05)!
                Thread 0x00007f9c5a2f1740 (most recent call first):
                  File "/srv/job/poll.py", line 12 in wait_for
                  File "/srv/job/main.py", line 30 in <module>
                """).reported();
        assertThat(reported.exceptionType()).isEqualTo("Timeout");
        assertThat(reported.message()).isEqualTo("0:00:05");
        assertThat(reported.frames()).extracting(StackFrame::function).containsExactly("<module>", "wait_for");
    }

    @Test
    void aTimeoutThatIsOnlyToldIsNoDump() {
        assertThat(FailureScanner.scan("Timeout (5 s) reached, trying again\nTimeout (0:00:05) left\n")).isEmpty();
    }

    @Test
    void endsAMessageWhereTheLogGoesOn() {
        assertThat(one(KEY_ERROR + "2024-05-01 10:00:00,123 INFO shop: next\n").reported().message()).isEqualTo("'sum'");
    }

    @Test
    void namesTheRootOfAChain() {
        Failure failure = one(KEY_ERROR + "\nThe above exception was the direct cause of the following exception:\n\n"
                + KEY_ERROR.replace("KeyError: 'sum'", "RuntimeError: no order"));
        assertThat(failure.rootCause().exceptionType()).isEqualTo("KeyError");
        assertThat(failure.reported().exceptionType()).isEqualTo("RuntimeError");
        assertThat(failure.reported().relation()).isEqualTo(Traceback.Relation.CAUSE);
    }

    @Test
    void tellsAnErrorDuringHandlingFromACause() {
        Failure failure = one(KEY_ERROR + "\nDuring handling of the above exception, another exception occurred:\n\n" + KEY_ERROR);
        assertThat(failure.reported().relation()).isEqualTo(Traceback.Relation.CONTEXT);
    }

    @Test
    void readsTheMembersOfAGroup() {
        Traceback group = one("""
                  + Exception Group Traceback (most recent call last):
                  |   File "a.py", line 3, in <module>
                  |     raise ExceptionGroup("two", [ValueError(1), TypeError(2)])
                  | ExceptionGroup: two (2 sub-exceptions)
                  +-+---------------- 1 ----------------
                    | ValueError: 1
                    +---------------- 2 ----------------
                    | TypeError: 2
                    +------------------------------------
                """).reported();
        assertThat(group.members()).extracting(Traceback::exceptionType).containsExactly("ValueError", "TypeError");
    }

    @Test
    void takesThePlaceOfASyntaxErrorFromItsBlock() {
        Failure failure = one("""
                  File "a.py", line 3
                    print 'x'
                    ^^^^^^^^^
                SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?
                """);
        assertThat(failure.kind()).isEqualTo(Failure.Kind.SYNTAX);
        assertThat(failure.reported().frames()).containsExactly(new StackFrame("a.py", 3, 1, "", "print 'x'", 9));
    }

    @Test
    void skipsTheLineThatCountsRepeatedFrames() {
        Traceback reported = one("""
                Traceback (most recent call last):
                  File "a.py", line 4, in <module>
                    f()
                  File "a.py", line 2, in f
                    f()
                  [Previous line repeated 996 more times]
                RecursionError: maximum recursion depth exceeded
                """).reported();
        assertThat(reported.frames()).hasSize(2);
        assertThat(reported.exceptionType()).isEqualTo("RecursionError");
    }

    @Test
    void keepsTheOutermostAndInnermostFramesOfAVeryDeepStack() {
        StringBuilder text = new StringBuilder("Traceback (most recent call last):\n");
        for (int i = 1; i <= 5_000; i++) {
            text.append("  File \"a.py\", line ").append(i).append(", in f\n    f()\n");
        }
        List<StackFrame> frames = one(text + "RecursionError: maximum recursion depth exceeded\n").reported().frames();
        assertThat(frames).hasSize(1_000);
        assertThat(frames.getFirst().line()).isEqualTo(1);
        assertThat(frames.getLast().line()).isEqualTo(5_000);
    }

    @Test
    void readsThroughColoursAndWindowsLineEnds() {
        String coloured = KEY_ERROR.replace("KeyError", "\u001b[1;35mKeyError\u001b[0m").replace("\n", "\r\n");
        assertThat(one(coloured).reported().exceptionType()).isEqualTo("KeyError");
        assertThat(one(coloured).reported().message()).isEqualTo("'sum'");
    }

    @Test
    void tellsTwoContainersApartThatWriteAtOnce() {
        StringBuilder log = new StringBuilder();
        String[] one = KEY_ERROR.split("\n", -1);
        String[] other = KEY_ERROR.replace("'sum'", "'tax'").split("\n", -1);
        for (int i = 0; i < one.length - 1; i++) {
            log.append("web-1  | ").append(one[i]).append("\nweb-2  | ").append(other[i]).append('\n');
        }
        assertThat(FailureScanner.scan(log.toString())).extracting(failure -> failure.reported().message()).containsExactlyInAnyOrder("'sum'", "'tax'");
    }

    @Test
    void readsATracebackWrittenOnOneLine() {
        String line = "{\"level\":\"error\",\"exc\":\"" + KEY_ERROR.replace("\"", "\\\"").replace("\n", "\\n") + "\"}";
        assertThat(one(line).reported().frames()).hasSize(2);
    }

    @Test
    void readsASyntaxErrorWrittenOnOneLine() {
        Failure failure = one("{\"exc\": \"  File \\\"a.py\\\", line 1\\n    if True\\n           ^\\nSyntaxError: expected ':'\"}");
        assertThat(failure.reported().message()).isEqualTo("expected ':'");
    }

    @Test
    void givesEachFailingTestOnce() {
        List<Failure> failures = FailureScanner.scan("""
                =================================== FAILURES ===================================
                ____________________________________ test_a ____________________________________

                    def test_a():
                >       assert 1 == 2
                E       assert 1 == 2

                test_x.py:2: AssertionError
                ____________________________________ test_b ____________________________________

                    def test_b():
                >       {}['k']
                E       KeyError: 'k'

                test_x.py:5: KeyError
                =========================== short test summary info ============================
                FAILED test_x.py::test_a - assert 1 == 2
                FAILED test_x.py::test_b - KeyError: 'k'
                2 failed in 0.02s
                """);
        assertThat(failures).extracting(Failure::testId).containsExactly("test_x.py::test_a", "test_x.py::test_b");
        assertThat(failures).extracting(failure -> failure.reported().exceptionType()).containsExactly("AssertionError", "KeyError");
    }

    @Test
    void readsBytesThatAreNoText() {
        byte[] text = KEY_ERROR.replace("'sum'", "'gr\u00f6\u00dfe'").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(FailureScanner.scan(text).getFirst().reported().message()).isEqualTo("'gr\u00f6\u00dfe'");
    }

    @Test
    void findsAWordWhereverItStandsInTheBuffer() {
        String cell = "  Cell In[2], line 1\n    for i in range(3) print(i)\n                      ^\nSyntaxError: invalid syntax\n";
        for (int shift = 0; shift < 8; shift++) {
            assertThat(FailureScanner.scan("x".repeat(shift) + "\n" + cell)).as("after %d letters", shift).hasSize(1);
            assertThat(FailureScanner.scan("x".repeat(256 * 1024 - 10 - shift) + "\n" + KEY_ERROR)).as("across the buffer's end, %d", shift).hasSize(1);
        }
    }

    @Test
    void saysWhereAReportStands() {
        assertThat(one("hello\n" + KEY_ERROR).offset()).isEqualTo(6);
    }

    @Test
    void handsEachFailureOverAsSoonAsItsReportEnds() throws IOException {
        List<String> seen = new ArrayList<>();
        FailureScanner.scan(new ByteArrayInputStream((KEY_ERROR + "\n\n" + KEY_ERROR.replace("'sum'", "'tax'")).getBytes(StandardCharsets.UTF_8)),
                failure -> seen.add(failure.reported().message()));
        assertThat(seen).containsExactly("'sum'", "'tax'");
    }

    @Test
    void findsNothingInOtherLanguages() {
        assertThat(FailureScanner.scan("""
                Exception in thread "main" java.lang.NullPointerException: x is null
                	at com.shop.Main.main(Main.java:5)
                TypeError: Cannot read properties of undefined (reading 'x')
                    at Object.<anonymous> (/srv/app.js:3:9)
                panic: runtime error: index out of range [5] with length 3
                """)).isEmpty();
    }

    @Test
    void readsAPageWithItsMarkup() {
        Traceback reported = one("""
                Traceback (most recent call last):
                  File &quot;/srv/app.py&quot;, line 7, in index
                    return &quot;a&quot; + 1
                TypeError: can only concatenate str (not &quot;int&quot;) to str
                """).reported();
        assertThat(reported.message()).isEqualTo("can only concatenate str (not \"int\") to str");
    }

    private static Failure one(String text) {
        List<Failure> failures = FailureScanner.scan(text);
        assertThat(failures).hasSize(1);
        return failures.getFirst();
    }
}
