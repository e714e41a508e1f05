package dev.codeheals.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SingleLinesTest {
    @Test
    void aSourceThatIsNotUtf8IsToldInOneLineWithItsFileAndLine() {
        String output = "SyntaxError: Non-UTF-8 code starting with '\\xe9' in file /srv/app/main.py on line 7, but no encoding declared; see https://peps.python.org/pep-0263/ for details\n";

        assertThat(FailureScanner.scan(output)).singleElement().satisfies(failure -> {
            assertThat(failure.reported().exceptionType()).isEqualTo("SyntaxError");
            assertThat(failure.reported().frames()).singleElement().satisfies(frame -> {
                assertThat(frame.file()).isEqualTo("/srv/app/main.py");
                assertThat(frame.line()).isEqualTo(7);
            });
        });
    }

    @Test
    void anUnknownSourceEncodingIsAFailure() {
        assertThat(FailureScanner.scan("SyntaxError: encoding problem: utf-9\n")).singleElement()
                .satisfies(failure -> assertThat(failure.reported().message()).isEqualTo("encoding problem: utf-9"));
    }

    @Test
    void proseAboutSyntaxErrorsIsNone() {
        assertThat(FailureScanner.scan("SyntaxError: see the manual for what this means\n")).isEmpty();
    }
}
